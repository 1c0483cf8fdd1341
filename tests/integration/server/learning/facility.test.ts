import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { facilityCardSchema } from '#content/registry-schema.ts'
import { editCard } from '#server/learning/facility/edit-card.ts'
import { filledCard } from '#server/learning/facility/parse-card.ts'
import { facilityFor, findEditedCard } from '#server/learning/facility/queries.ts'
import type { FilledCard } from '#server/learning/facility/write-card.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import type { Role } from '#server/record/db/schema-people.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const now = new Date('2026-11-24T10:00:00Z')
const dataDir = mkdtempSync(join(tmpdir(), 'attune-card-'))
writeFileSync(join(dataDir, 'facility.yaml'), 'facility: Of the file\n')
afterAll(() => rmSync(dataDir, { recursive: true }))

/** A card on which security alone is known. */
function aCard(facility: string, checkedOn = '2026-11-20'): FilledCard {
  const { lines } = filledCard(facilityCardSchema.parse({}))
  const security = { ...lines.security, phone: '4400', checkedOn, checkedBy: 'R. Diaz' }
  return { facility, lines: { ...lines, security } }
}

describe.each(engines)('the facility card on %s', (engine) => {
  const record = useRecord(engine)
  let organizationId: string
  let actor: Actor

  beforeEach(async () => {
    organizationId = await anOrganization(record.db, { name: 'B Hospital' })
    actor = await somebody('coordinator')
  })

  async function somebody(role: Role, where = organizationId, hasSecondFactor = true): Promise<Actor> {
    return (await aPerson(record.db, { roles: [[where, role]], hasSecondFactor })).person
  }

  const edit = (card: FilledCard, seenRevision: number, who = actor, where = organizationId) =>
    editCard(record.db, { actor: who, organizationId: where, seenRevision, card, now })

  async function another(name: string, isDemonstration = false): Promise<string> {
    const id = await anOrganization(record.db, { name, isDemonstration })
    await edit(aCard(`Of ${name}`), 0, await somebody('admin', id), id)
    return id
  }

  const nameFor = async (organizationIds: readonly string[], chosen?: string) =>
    (await facilityFor(record.db, dataDir, { organizationIds, chosen })).name

  test('is kept with who called which number when, and who edited it', async () => {
    expect(await findEditedCard(record.db, organizationId)).toBeUndefined()
    expect(await edit(aCard('Of B'), 0)).toBe(1)
    const found = await findEditedCard(record.db, organizationId)
    expect(found).toMatchObject({ revision: 1, updatedAt: now.toISOString(), updatedBy: 'Kim Doe' })
    expect(found && filledCard(found.card)).toEqual(aCard('Of B'))
  })

  test('is refused where somebody saved since, whoever is first', async () => {
    await edit(aCard('First'), 0)
    await expect(edit(aCard('Also first'), 0)).rejects.toThrow('stale_form')
    expect(await edit(aCard('Second'), 1)).toBe(2)
    await expect(edit(aCard('Also second'), 1)).rejects.toThrow('stale_form')
    await expect(edit(aCard('Third'), 3)).rejects.toThrow('stale_form')
    await openConnections(record.db)
    const tries = await Promise.allSettled(['a', 'b', 'c'].map((name) => edit(aCard(name), 2)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await findEditedCard(record.db, organizationId))?.revision).toBe(3)
  })

  test('is refused with a call on a day to come', async () => {
    await expect(edit(aCard('Of B', '2026-11-26'), 0)).rejects.toThrow('form_incomplete')
    await expect(edit(aCard('Of B', 'soon'), 0)).rejects.toThrow('form_incomplete')
  })

  test('is edited by coordinators and administrators of the organization, after a second factor', async () => {
    expect(await edit(aCard('Of an administrator'), 0, await somebody('admin'))).toBe(1)
    for (const role of ['reviewer', 'manager', 'learner'] as const)
      await expect(edit(aCard('Of B'), 1, await somebody(role))).rejects.toThrow('not_allowed')
    const unproven = await somebody('coordinator', organizationId, false)
    await expect(edit(aCard('Of B'), 1, unproven)).rejects.toThrow('second_factor_needed')
    const elsewhere = await anOrganization(record.db, { name: 'Another Hospital' })
    await expect(edit(aCard('Of B'), 1, await somebody('admin', elsewhere))).rejects.toThrow('not_allowed')
  })

  test('is in the log by revision and how many numbers it has', async () => {
    await edit(aCard('Of B'), 0)
    const line = await record.db.selectFrom('auditEvent').select(['act', 'subjectId', 'details']).executeTakeFirst()
    const details = '{"revision":1,"withNumber":1,"without":7}'
    expect(line).toEqual({ act: 'facility.edited', subjectId: organizationId, details })
  })

  test('of the file stands while nobody edited one', async () => {
    expect(await nameFor([])).toBe('Of the file')
    expect(await nameFor([organizationId])).toBe('Of the file')
  })

  test('of the organization stands for its members, with every line', async () => {
    await edit(aCard('Of B'), 0)
    const { name, lines } = await facilityFor(record.db, dataDir, { organizationIds: [organizationId] })
    expect([name, lines.length, lines[1]?.phone, lines[1]?.checkedBy]).toEqual(['Of B', 8, '4400', 'R. Diaz'])
    expect(lines[0]?.phone).toBeUndefined()
  })

  test('of several is the chosen one, else the first by name that was edited', async () => {
    await edit(aCard('Of B'), 0)
    const a = await another('A Hospital')
    const without = await anOrganization(record.db, { name: 'C Hospital' })
    expect(await nameFor([organizationId, a])).toBe('Of A Hospital')
    expect(await nameFor([organizationId, a], organizationId)).toBe('Of B')
    expect(await nameFor([organizationId, without])).toBe('Of B')
    expect(await nameFor([organizationId, without], without)).toBe('Of the file')
    expect(await nameFor([organizationId], a)).toBe('Of B')
  })

  test('of nobody’s organization is shown to a member of another', async () => {
    await edit(aCard('Of B'), 0)
    const without = await anOrganization(record.db, { name: 'C Hospital' })
    expect(await nameFor([without])).toBe('Of the file')
    expect(await nameFor([without], organizationId)).toBe('Of the file')
  })

  test('without an account is that of the only organization, a demonstration aside', async () => {
    await another('Demonstration', true)
    expect(await nameFor([])).toBe('Of the file')
    await edit(aCard('Of B'), 0)
    expect(await nameFor([])).toBe('Of B')
    expect(await nameFor([], organizationId)).toBe('Of B')
    await another('A Hospital')
    expect(await nameFor([])).toBe('Of the file')
  })
})
