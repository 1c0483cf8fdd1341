import { beforeEach, describe, expect, test } from 'vitest'
import { POST as saveOffering } from '#app/manage/activities/[activityId]/offerings/[offeringId]/save/route.ts'
import { POST as addOffering } from '#app/manage/activities/[activityId]/offerings/add/send/route.ts'
import { POST as addPerson } from '#app/manage/activities/[activityId]/people/add/send/route.ts'
import { GET as downloadCard } from '#app/manage/facility/card/route.ts'
import { POST as saveCard } from '#app/manage/facility/save/route.ts'
import { POST as recordSignature } from '#app/manage/reviews/record/route.ts'
import { POST as sign } from '#app/manage/reviews/sign/route.ts'
import { POST as withdraw } from '#app/manage/reviews/withdraw/route.ts'
import { POST as saveStatement } from '#app/manage/statements/[statementId]/save/route.ts'
import { POST as addStatement } from '#app/manage/statements/add/send/route.ts'
import { facilityFields } from '#content/registry-schema.ts'
import { listContributors } from '#server/credit/contributors/queries.ts'
import { listOfferings, listSeenOfferings } from '#server/credit/offerings/queries.ts'
import { listContents } from '#server/credit/sign-offs/list-contents.ts'
import { listSignatures } from '#server/credit/sign-offs/queries.ts'
import { listStatements } from '#server/credit/statements/queries.ts'
import { findKeptForm } from '#server/kept-forms.ts'
import { cardEntryFields } from '#server/learning/facility/write-card.ts'
import type { Person } from '#server/people/auth/person.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, useDoorsOn } from '#tests/helpers/doors.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

type Fields = [name: string, value: string][]

describe.each(engines)('a form of the office on %s', (engine) => {
  const record = useRecord(engine)
  let organizationId: string
  let activityId: string
  let person: Person
  let cookie: string

  beforeEach(async () => {
    useDoorsOn(record.db)
    organizationId = await anOrganization(record.db)
    const organization = { id: organizationId, name: 'Example Hospital', isDemonstration: false }
    const made = await anOpenActivity(record.db, { organization, offerings: [], contributors: [] })
    activityId = made.activityId
    const roles = [
      [organizationId, 'coordinator'],
      [organizationId, 'reviewer']
    ] as const
    const signedIn = await aPerson(record.db, { roles, hasSecondFactor: true })
    person = signedIn.person
    cookie = signedIn.cookie
  })

  const post = (fields: Fields, headers: Record<string, string> = {}) =>
    aPost(new URLSearchParams(fields).toString(), { headers: { cookie, ...headers } })

  const params = <P>(values: P) => ({ params: Promise.resolve(values) })

  const leadsTo = async (answer: Promise<Response>) => {
    const { status, headers } = await answer
    expect(status).toBe(303)
    return headers.get('location')
  }

  const kept = (path: string) => findKeptForm({ sessionId: person.sessionId, path, now: new Date() })

  const statement = (text: string): Fields => [
    ['organization', organizationId],
    ['body', 'ancc'],
    ['text', text]
  ]

  test('adds a statement, and shows a refused one again to whoever typed it', async () => {
    expect(await leadsTo(addStatement(post(statement('{Provider} grants it.'))))).toBe(
      '/manage/statements/add?notice=statement_braces'
    )
    expect(kept('/manage/statements/add')?.get('text')).toEqual(['{Provider} grants it.'])
    expect(await leadsTo(addStatement(post(statement('{provider} grants it.'))))).toMatch(
      /^\/manage\/statements\?notice=saved#/
    )
    expect(kept('/manage/statements/add')).toBeUndefined()
    expect(await listStatements(record.db, organizationId)).toHaveLength(1)
  })

  test('is refused from another site and from nobody', async () => {
    expect(await leadsTo(addStatement(post(statement('One.'), { 'sec-fetch-site': 'cross-site' })))).toContain(
      'cross_site'
    )
    expect(await leadsTo(addStatement(post(statement('One.'), { cookie: '' })))).toContain('not_signed_in')
    expect(await listStatements(record.db, organizationId)).toEqual([])
  })

  test('saves compared words once', async () => {
    await addStatement(post(statement('First.')))
    const id = (await listStatements(record.db, organizationId))[0]?.id ?? ''
    const save = (text: string, seen = '1') =>
      leadsTo(
        saveStatement(
          post([
            ['seen', seen],
            ['text', text]
          ]),
          params({ statementId: id })
        )
      )
    expect(await save('Second.')).toBe(`/manage/statements?notice=saved#${id}`)
    expect(await save('Third.')).toBe(`/manage/statements/${id}?notice=stale_form`)
    expect(kept(`/manage/statements/${id}`)?.get('text')).toEqual(['Third.'])
    expect(await save('Third.', 'one')).toContain('invalid_input')
  })

  const credit = (changes: Record<string, string> = {}): Fields => [
    ...Object.entries({
      body: 'ancc',
      label: 'Contact hours',
      unit: 'contact hour',
      most: '1.25',
      step: '0.25',
      partial: 'yes',
      statement: '',
      minScore: '80',
      maxAttempts: '',
      evaluation: 'yes',
      deliveryFormat: 'enduring',
      activityNumber: '007',
      providerNumber: '',
      validFrom: '2026-10-01',
      validTo: '2029-10-01',
      ...changes
    }),
    ['professions', 'registered-nurse'],
    ['professions', 'physician'],
    ['idsRequired', 'license']
  ]

  const addCredit = (changes: Record<string, string> = {}) =>
    leadsTo(
      addOffering(new Request('http://localhost:3000/send?body=ancc', post(credit(changes))), params({ activityId }))
    )

  test('adds a credit in whole hundredths', async () => {
    expect(await addCredit()).toMatch(/offerings\?notice=saved#/)
    expect(await listOfferings(record.db, activityId)).toEqual([
      {
        id: expect.any(String),
        body: 'ancc',
        label: 'Contact hours',
        unit: 'contact hour',
        maxHundredths: 125,
        stepHundredths: 25,
        statement: null,
        professions: ['registered-nurse', 'physician'],
        idsRequired: ['license'],
        isPartialAllowed: true,
        minScore: 80,
        maxAttempts: null,
        needsEvaluation: true,
        deliveryFormat: 'enduring',
        activityNumber: '007',
        providerNumber: '',
        validFrom: '2026-10-01',
        validTo: '2029-10-01'
      }
    ])
  })

  test.each([
    ['amount_not_in_steps', { most: '1,25' }],
    ['amount_not_in_steps', { most: '01.5' }],
    ['amount_not_in_steps', { most: '1.10' }],
    ['form_incomplete', { minScore: '1e1' }],
    ['form_incomplete', { validTo: '2029-02-30' }],
    ['form_incomplete', { label: ' ' }],
    ['dates_reversed', { validTo: '2020-01-01' }],
    ['invalid_input', { statement: 'x' }]
  ])('refuses a credit as %s with %j, and keeps what was typed', async (code, changes) => {
    const back = `/manage/activities/${activityId}/offerings/add?body=ancc`
    expect(await addCredit(changes)).toBe(`${back}&notice=${code}`)
    expect(kept(back)?.get('unit')).toEqual(['contact hour'])
    expect(await listOfferings(record.db, activityId)).toEqual([])
  })

  test('changes a credit that was seen as it is', async () => {
    await addCredit()
    const [found] = await listSeenOfferings(record.db, activityId)
    const offeringId = found?.offering.id ?? ''
    const save = (label: string) =>
      leadsTo(
        saveOffering(post([['seen', found?.seen ?? ''], ...credit({ label })]), params({ activityId, offeringId }))
      )
    expect(await save('Hours')).toContain('notice=saved')
    expect(await save('Other hours')).toBe(`/manage/activities/${activityId}/offerings/${offeringId}?notice=stale_form`)
    expect((await listOfferings(record.db, activityId)).map(({ label }) => label)).toEqual(['Hours'])
  })

  test('lists a person with the relationships in which anything is written', async () => {
    const row = (index: number, company: string): Fields => [
      [`relationships.${index}.company`, company],
      [`relationships.${index}.nature`, company && 'Consultant'],
      [`relationships.${index}.mitigation`, '']
    ]
    const fields: Fields = [
      ...Object.entries({
        name: 'Ada\r\nExample <b>',
        credentials: 'MD',
        employer: '',
        profession: 'physician',
        disclosure: 'relationships',
        collectedOn: '2026-10-01',
        assessedBy: ''
      }),
      ['roles', 'planner'],
      ...row(0, ''),
      ...row(1, 'Example Devices')
    ]
    const add = (more: Fields) => leadsTo(addPerson(post([...fields, ...more]), params({ activityId })))
    expect(await add([])).toContain('disclosure_incomplete')
    expect(await add([['relationships.1.relevant', 'no']])).toContain('notice=saved')
    const [ada] = await listContributors(record.db, activityId)
    expect([ada?.name, ada?.relationships]).toEqual([
      'Ada Example <b>',
      [{ company: 'Example Devices', nature: 'Consultant', isRelevant: false, mitigation: '' }]
    ])
  })

  test('signs and withdraws what is marked', async () => {
    const [one, other] = await listContents(record.db, organizationId)
    const box = ({ kind, id, version, hash } = one ?? { kind: '', id: '', version: 0, hash: '' }) =>
      `${kind} ${id} ${version} ${hash}`
    const fields: Fields = [
      ['organization', organizationId],
      ['name', 'River'],
      ['credentials', ''],
      ['note', '']
    ]
    const marked: Fields = [
      ['content', box(one)],
      ['content', box(other)]
    ]
    expect(await leadsTo(sign(post([...fields, ...marked])))).toContain('choose_one')
    const capacity: Fields = [['capacity', 'lived-experience']]
    expect(await leadsTo(sign(post([...fields, ...capacity])))).toContain('choose_one')
    expect(await leadsTo(sign(post([...fields, ...capacity, ['content', 'lesson x']])))).toContain('invalid_input')
    expect(await leadsTo(sign(post([...fields, ...capacity, ...marked])))).toBe('/manage/reviews?notice=signed')
    const paper: Fields = [
      ['signedOn', '2026-01-10'],
      ['reason', '']
    ]
    const coder: Fields = [['capacity', 'coder']]
    expect(await leadsTo(recordSignature(post([...fields, ...coder, ...marked, ...paper])))).toContain('reason_missing')
    const signatures = await listSignatures(record.db, organizationId)
    expect(signatures).toHaveLength(2)
    const id = signatures[0]?.id ?? ''
    const taken = withdraw(
      post([
        ['signOff', id],
        [`reason-${id}`, 'Read another version.']
      ])
    )
    expect(await leadsTo(taken)).toBe('/manage/reviews?notice=sign_off_withdrawn')
    expect(await listSignatures(record.db, organizationId)).toHaveLength(1)
  })

  test('saves the facility card, shows a stale one again, and gives it as a file', async () => {
    const card = (phone: string, revision: string): Fields => [
      ['organization', organizationId],
      ['revision', revision],
      ['facility', 'Springfield'],
      ...facilityFields.flatMap(({ id }) =>
        cardEntryFields.map((field): [string, string] => [
          `${id}.${field}`,
          id === 'security' && field === 'phone' ? phone : ''
        ])
      )
    ]
    expect(await leadsTo(saveCard(post(card('007', '0'))))).toBe('/manage/facility?notice=saved')
    expect(await leadsTo(saveCard(post(card('008', '0'))))).toBe('/manage/facility?notice=stale_form')
    expect(kept('/manage/facility')?.get('security.phone')).toEqual(['008'])
    const asked = new Request(`http://localhost:3000/card?organization=${organizationId}`, { headers: { cookie } })
    const file = await (await downloadCard(asked)).text()
    expect(file).toContain('facility: "Springfield"')
    expect(file).toContain('  phone: "007"')
    const elsewhere = await anOrganization(record.db, { name: 'Another Hospital' })
    const theirs = new Request(`http://localhost:3000/card?organization=${elsewhere}`, { headers: { cookie } })
    expect((await downloadCard(theirs)).headers.get('location')).toBe('/manage/facility?notice=not_allowed')
  })
})
