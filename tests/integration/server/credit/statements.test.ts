import { beforeEach, describe, expect, test } from 'vitest'
import { addStatement } from '#server/credit/statements/add-statement.ts'
import { changeStatement } from '#server/credit/statements/change-statement.ts'
import { listStatementUses } from '#server/credit/statements/list-uses.ts'
import { getStatement, listStatements } from '#server/credit/statements/queries.ts'
import { statementLimit } from '#server/credit/statements/statement-text.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { anOffering, anOpenActivity } from '#tests/helpers/activities.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const now = new Date('2026-11-24T10:00:00Z')
const createdAt = now.toISOString()
const words = '{provider} grants {amount} example hours for this {format}.'

describe.each(engines)('a statement on %s', (engine) => {
  const record = useRecord(engine)
  let organizationId: string
  let actor: Actor

  beforeEach(async () => {
    organizationId = await anOrganization(record.db)
    actor = await somebody('coordinator')
  })

  async function somebody(role: 'coordinator' | 'reviewer' | 'learner', hasSecondFactor = true): Promise<Actor> {
    return (await aPerson(record.db, { roles: [[organizationId, role]], hasSecondFactor })).person
  }

  const add = (text: string, who = actor) =>
    addStatement(record.db, { actor: who, organizationId, body: 'ancc', text, now })

  const change = (statementId: string, seenVersion: number, text: string, who = actor) =>
    changeStatement(record.db, { actor: who, statementId, seenVersion, text, now })

  test('is kept word for word, with its line breaks of one kind', async () => {
    const id = await add(`  ${words}\r\n\r\nSecond paragraph, 100 % as pasted — “so”.  `)
    const text = `${words}\n\nSecond paragraph, 100 % as pasted — “so”.`
    const version = { id, version: 1, body: 'ancc', text, createdAt }
    expect(await listStatements(record.db, organizationId)).toEqual([{ id, body: 'ancc', versions: [version] }])
    expect(await getStatement(record.db, { organizationId, id, version: 1 })).toEqual(version)
  })

  test.each([
    ['form_incomplete', ' '],
    ['form_incomplete', 'a'.repeat(statementLimit + 1)],
    ['form_incomplete', 'A bell \u0007 in it'],
    ['form_incomplete', 'Nothing \u0000 in it'],
    ['statement_braces', '{Provider} grants it.'],
    ['statement_braces', 'It is {granted.'],
    ['statement_markup', 'It is <i>granted</i>.'],
    ['statement_markup', '<script>alert(1)</script>']
  ])('is refused as %s where it says %j', async (code, text) => {
    await expect(add(text)).rejects.toThrow(code)
    expect(await listStatements(record.db, organizationId)).toEqual([])
  })

  test('gains versions and loses none', async () => {
    const id = await add(words)
    expect(await change(id, 1, `${words} New.`)).toBe(2)
    const found = await listStatements(record.db, organizationId)
    expect(found[0]?.versions.map(({ version, text }) => [version, text])).toEqual([
      [2, `${words} New.`],
      [1, words]
    ])
  })

  test('is not changed by a form that shows an older version, nor to what it says', async () => {
    const id = await add(words)
    await change(id, 1, 'Second.')
    await expect(change(id, 1, 'Third.')).rejects.toThrow('stale_form')
    await expect(change(id, 2, ' Second.\r\n')).rejects.toThrow('statement_unchanged')
    await expect(change('another', 1, 'Third.')).rejects.toThrow('statement_not_found')
  })

  test('takes one of several changes at once', async () => {
    const id = await add(words)
    await openConnections(record.db)
    const tries = await Promise.allSettled([1, 2, 3, 4].map((n) => change(id, 1, `Words of ${n}.`)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await listStatements(record.db, organizationId))[0]?.versions).toHaveLength(2)
  })

  test('is added and changed by coordinators alone, after a second factor', async () => {
    const id = await add(words)
    for (const role of ['reviewer', 'learner'] as const) {
      const other = await somebody(role)
      await expect(add(words, other)).rejects.toThrow('not_allowed')
      await expect(change(id, 1, 'New.', other)).rejects.toThrow('not_allowed')
    }
    const unproven = await somebody('coordinator', false)
    await expect(add(words, unproven)).rejects.toThrow('second_factor_needed')
    await expect(change(id, 1, 'New.', unproven)).rejects.toThrow('second_factor_needed')
  })

  test('does not exist for another organization', async () => {
    const id = await add(words)
    const elsewhere = await anOrganization(record.db, { name: 'Another Hospital' })
    const stranger = (await aPerson(record.db, { roles: [[elsewhere, 'coordinator']], hasSecondFactor: true })).person
    await expect(change(id, 1, 'Theirs.', stranger)).rejects.toThrow('statement_not_found')
    await expect(add(words, stranger)).rejects.toThrow('not_allowed')
    await expect(getStatement(record.db, { organizationId: elsewhere, id, version: 1 })).rejects.toThrow(
      'statement_not_found'
    )
    expect(await listStatements(record.db, elsewhere)).toEqual([])
  })

  test('is in the log with who and which version, without its words', async () => {
    const id = await add(words)
    await change(id, 1, 'Second.')
    const lines = await record.db
      .selectFrom('auditEvent')
      .select(['act', 'actorId', 'subjectId', 'details', 'organizationId'])
      .orderBy('seq')
      .execute()
    const line = { actorId: actor.userId, subjectId: id, organizationId }
    expect(lines).toEqual([
      { act: 'statement.added', details: '{"body":"ancc","version":1}', ...line },
      { act: 'statement.changed', details: '{"body":"ancc","version":2}', ...line }
    ])
  })

  test('says where it is shown, in which version', async () => {
    const id = await add(words)
    const offering = { ...anOffering({ statement: { id, version: 1 } }), statementText: 'As it was opened.' }
    const { activityId } = await anOpenActivity(record.db, {
      organization: { id: organizationId, name: 'Example Hospital', isDemonstration: false },
      offerings: [offering]
    })
    await change(id, 1, 'Second.')
    expect(await listStatementUses(record.db, organizationId)).toEqual([
      {
        statementId: id,
        version: 1,
        activityId,
        activityTitle: 'Seeing patients alone',
        offeringLabel: 'Contact hours'
      }
    ])
  })
})
