import { beforeEach, describe, expect, test } from 'vitest'
import type { OfferingTerms } from '#machines/activity/offering-rules.ts'
import { addOffering } from '#server/credit/offerings/add-offering.ts'
import { changeOffering } from '#server/credit/offerings/change-offering.ts'
import { moveOffering } from '#server/credit/offerings/move-offering.ts'
import { listOfferings, listSeenOfferings } from '#server/credit/offerings/queries.ts'
import { removeOffering } from '#server/credit/offerings/remove-offering.ts'
import { addStatement } from '#server/credit/statements/add-statement.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { aCompletion, anOffering, anOpenActivity } from '#tests/helpers/activities.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const now = new Date('2026-11-24T10:00:00Z')

describe.each(engines)('the credits of an activity on %s', (engine) => {
  const record = useRecord(engine)
  let organizationId: string
  let activityId: string
  let actor: Actor

  beforeEach(async () => {
    organizationId = await anOrganization(record.db)
    actor = await somebody(organizationId, 'coordinator')
    const organization = { id: organizationId, name: 'Example Hospital', isDemonstration: false }
    activityId = (await anOpenActivity(record.db, { organization, offerings: [] })).activityId
  })

  async function somebody(id: string, role: 'coordinator' | 'reviewer', hasSecondFactor = true): Promise<Actor> {
    return (await aPerson(record.db, { roles: [[id, role]], hasSecondFactor })).person
  }

  const statement = (body: 'ancc' | 'ama' = 'ancc') =>
    addStatement(record.db, { actor, organizationId, body, text: '{provider} grants {amount}.', now })

  const terms = (changes: Partial<OfferingTerms> = {}): OfferingTerms => {
    const { id: _, ...offering } = anOffering({ statement: null, ...changes })
    return offering
  }

  const add = (changes: Partial<OfferingTerms> = {}, who = actor) =>
    addOffering(record.db, { actor: who, activityId, terms: terms(changes), now })

  async function seenOf(id: string): Promise<string> {
    const found = (await listSeenOfferings(record.db, activityId)).find(({ offering }) => offering.id === id)
    return found?.seen ?? ''
  }

  test('stand in the order in which they were added, each whole', async () => {
    const id = await statement()
    const one = await add({ statement: { id, version: 1 } })
    const { id: _, ...completion } = aCompletion()
    const other = await addOffering(record.db, { actor, activityId, terms: completion, now })
    expect(await listOfferings(record.db, activityId)).toEqual([
      { ...terms({ statement: { id, version: 1 } }), id: one },
      { ...completion, id: other }
    ])
  })

  test.each<[string, Partial<OfferingTerms>]>([
    ['amount_not_in_steps', { maxHundredths: 110 }],
    ['amount_not_in_steps', { maxHundredths: null }],
    ['dates_reversed', { validTo: '2020-01-01' }],
    ['invalid_input', { professions: [] }],
    ['invalid_input', { label: ' ' }],
    ['invalid_input', { maxHundredths: 20_000 }],
    ['invalid_input', { minScore: 101 }],
    ['statement_not_found', { statement: { id: 'none', version: 1 } }]
  ])('are refused as %s with %j', async (code, changes) => {
    await expect(add(changes)).rejects.toThrow(code)
    expect(await listOfferings(record.db, activityId)).toEqual([])
  })

  test('show a statement of their own body and organization, in a version that exists', async () => {
    const id = await statement()
    const ofAma = await statement('ama')
    const elsewhere = await anOrganization(record.db, { name: 'Another Hospital' })
    const other = await somebody(elsewhere, 'coordinator')
    const theirs = await addStatement(record.db, {
      actor: other,
      organizationId: elsewhere,
      body: 'ancc',
      text: 'Theirs.',
      now
    })
    await expect(add({ statement: { id, version: 2 } })).rejects.toThrow('statement_not_found')
    await expect(add({ statement: { id: ofAma, version: 1 } })).rejects.toThrow('statement_not_found')
    await expect(add({ statement: { id: theirs, version: 1 } })).rejects.toThrow('statement_not_found')
  })

  test('are changed and removed by whoever saw them as they are', async () => {
    const id = await add()
    const seen = await seenOf(id)
    await changeOffering(record.db, { actor, activityId, offeringId: id, seen, terms: terms({ label: 'Hours' }), now })
    expect((await listOfferings(record.db, activityId)).map(({ label }) => label)).toEqual(['Hours'])
    const stale = { actor, activityId, offeringId: id, seen, now }
    await expect(changeOffering(record.db, { ...stale, terms: terms() })).rejects.toThrow('stale_form')
    await expect(removeOffering(record.db, stale)).rejects.toThrow('stale_form')
    await removeOffering(record.db, { ...stale, seen: await seenOf(id) })
    expect(await listOfferings(record.db, activityId)).toEqual([])
    await expect(removeOffering(record.db, stale)).rejects.toThrow('offering_not_found')
  })

  test('move one place, and stay at the ends', async () => {
    const [a, b, c] = [await add({ label: 'A' }), await add({ label: 'B' }), await add({ label: 'C' })]
    const labels = async () => (await listOfferings(record.db, activityId)).map(({ label }) => label).join('')
    const move = (offeringId: string, by: -1 | 1) => moveOffering(record.db, { actor, activityId, offeringId, by, now })
    await move(c, -1)
    expect(await labels()).toBe('ACB')
    await move(a, -1)
    expect(await labels()).toBe('ACB')
    await move(a, 1)
    await move(b, 1)
    expect(await labels()).toBe('CAB')
    await expect(move('none', 1)).rejects.toThrow('offering_not_found')
    await removeOffering(record.db, { actor, activityId, offeringId: c, seen: await seenOf(c), now })
    await add({ label: 'D' })
    expect(await labels()).toBe('ABD')
  })

  test('are for coordinators of the organization, after a second factor', async () => {
    const id = await add()
    const seen = await seenOf(id)
    const elsewhere = await anOrganization(record.db, { name: 'Another Hospital' })
    const cases: [string, Actor][] = [
      ['not_allowed', await somebody(organizationId, 'reviewer')],
      ['second_factor_needed', await somebody(organizationId, 'coordinator', false)],
      ['activity_not_found', await somebody(elsewhere, 'coordinator')]
    ]
    for (const [code, who] of cases) {
      const asked = { actor: who, activityId, offeringId: id, seen, now }
      await expect(add({}, who)).rejects.toThrow(code)
      await expect(changeOffering(record.db, { ...asked, terms: terms() })).rejects.toThrow(code)
      await expect(removeOffering(record.db, asked)).rejects.toThrow(code)
      await expect(moveOffering(record.db, { ...asked, by: 1 })).rejects.toThrow(code)
    }
  })

  test('of one activity are not reached through another', async () => {
    const id = await add()
    const organization = { id: organizationId, name: 'Example Hospital', isDemonstration: false }
    const { activityId: other } = await anOpenActivity(record.db, { organization, offerings: [] })
    const asked = { actor, activityId: other, offeringId: id, seen: await seenOf(id), now }
    await expect(removeOffering(record.db, asked)).rejects.toThrow('offering_not_found')
    await expect(changeOffering(record.db, { ...asked, terms: terms() })).rejects.toThrow('offering_not_found')
  })

  test('are in the log with body, most and statement', async () => {
    const id = await add()
    const line = await record.db
      .selectFrom('auditEvent')
      .select(['act', 'subjectId', 'details'])
      .executeTakeFirstOrThrow()
    const details = { activity: activityId, body: 'ancc', maxHundredths: 100, statement: null, statementVersion: null }
    expect({ ...line, details: JSON.parse(line.details) }).toEqual({ act: 'offering.added', subjectId: id, details })
  })
})
