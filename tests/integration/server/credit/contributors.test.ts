import { beforeEach, describe, expect, test } from 'vitest'
import type { ContributorTerms } from '#machines/activity/contributor-rules.ts'
import type { Contributor } from '#machines/activity/draft.ts'
import { addContributor } from '#server/credit/contributors/add-contributor.ts'
import { changeContributor } from '#server/credit/contributors/change-contributor.ts'
import { copyContributors } from '#server/credit/contributors/copy-contributors.ts'
import { moveContributor } from '#server/credit/contributors/move-contributor.ts'
import { listContributors, listSeenContributors } from '#server/credit/contributors/queries.ts'
import { removeContributor } from '#server/credit/contributors/remove-contributor.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { aContributor, anOpenActivity } from '#tests/helpers/activities.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const now = new Date('2026-11-24T10:00:00Z')

describe.each(engines)('the people of an activity on %s', (engine) => {
  const record = useRecord(engine)
  let organizationId: string
  let activityId: string
  let actor: Actor

  beforeEach(async () => {
    organizationId = await anOrganization(record.db)
    actor = await somebody(organizationId, 'coordinator')
    activityId = await anActivity(organizationId)
  })

  async function somebody(id: string, role: 'coordinator' | 'reviewer', hasSecondFactor = true): Promise<Actor> {
    return (await aPerson(record.db, { roles: [[id, role]], hasSecondFactor })).person
  }

  async function anActivity(id: string, contributors: Contributor[] = []): Promise<string> {
    const organization = { id, name: 'Example Hospital', isDemonstration: false }
    return (await anOpenActivity(record.db, { organization, contributors })).activityId
  }

  const terms = (changes: Partial<ContributorTerms> = {}): ContributorTerms => {
    const { id: _, ...person } = aContributor(changes)
    return person
  }

  const add = (changes: Partial<ContributorTerms> = {}, who = actor) =>
    addContributor(record.db, { actor: who, activityId, terms: terms(changes), now })

  async function seenOf(id: string): Promise<string> {
    const found = (await listSeenContributors(record.db, activityId)).find(({ contributor }) => contributor.id === id)
    return found?.seen ?? ''
  }

  test('are listed whole, in the order in which they were added', async () => {
    const relationships = [
      { company: 'Example Devices', nature: 'Consultant', isRelevant: true, mitigation: 'Steps back.' }
    ]
    const ada = await add({ disclosure: 'relationships', relationships })
    const river = await add({ name: 'River', credentials: '', roles: ['lived-experience'] })
    expect(await listContributors(record.db, activityId)).toEqual([
      { ...terms({ disclosure: 'relationships', relationships }), id: ada },
      { ...terms({ name: 'River', credentials: '', roles: ['lived-experience'] }), id: river }
    ])
  })

  test.each<[string, Partial<ContributorTerms>]>([
    ['software_named', { name: 'ChatGPT' }],
    ['software_named', { name: 'a large language model' }],
    ['disclosure_incomplete', { disclosure: 'relationships' }],
    ['disclosure_incomplete', { collectedOn: '2027-01-01' }],
    ['disclosure_incomplete', { disclosure: 'missing' }],
    ['invalid_input', { roles: [] }],
    ['invalid_input', { name: ' ' }]
  ])('are refused as %s with %j', async (code, changes) => {
    await expect(add(changes)).rejects.toThrow(code)
    expect(await listContributors(record.db, activityId)).toEqual([])
  })

  test('are changed and removed by whoever saw them as they are', async () => {
    const id = await add()
    const stale = { actor, activityId, contributorId: id, seen: await seenOf(id), now }
    await changeContributor(record.db, { ...stale, terms: terms({ name: 'Ada Renamed' }) })
    expect((await listContributors(record.db, activityId)).map(({ name }) => name)).toEqual(['Ada Renamed'])
    await expect(changeContributor(record.db, { ...stale, terms: terms() })).rejects.toThrow('stale_form')
    await expect(removeContributor(record.db, stale)).rejects.toThrow('stale_form')
    const fresh = { ...stale, seen: await seenOf(id) }
    await expect(changeContributor(record.db, { ...fresh, terms: terms({ name: 'GPT-4' }) })).rejects.toThrow(
      'software_named'
    )
    await removeContributor(record.db, fresh)
    expect(await listContributors(record.db, activityId)).toEqual([])
    await expect(removeContributor(record.db, fresh)).rejects.toThrow('contributor_not_found')
  })

  test('move one place, and stay at the ends', async () => {
    const [a, b] = [await add({ name: 'Ada' }), await add({ name: 'Ben' })]
    const names = async () => (await listContributors(record.db, activityId)).map(({ name }) => name)
    const move = (contributorId: string, by: -1 | 1) =>
      moveContributor(record.db, { actor, activityId, contributorId, by, now })
    await move(a, 1)
    expect(await names()).toEqual(['Ben', 'Ada'])
    await move(b, -1)
    expect(await names()).toEqual(['Ben', 'Ada'])
    await expect(move('none', 1)).rejects.toThrow('contributor_not_found')
  })

  test('are copied from another activity of the organization, whoever is here already left as they are', async () => {
    await add({ name: 'Ada Example', credentials: 'MD, MPH' })
    const ben = aContributor({ id: 'ben', name: 'Ben Example', credentials: 'RN' })
    const from = await anActivity(organizationId, [aContributor(), ben])
    expect(await copyContributors(record.db, { actor, activityId, fromActivityId: from, now })).toBe(1)
    const people = await listContributors(record.db, activityId)
    expect(people.map(({ id: _, ...person }) => person)).toEqual([
      terms({ credentials: 'MD, MPH' }),
      terms({ name: 'Ben Example', credentials: 'RN' })
    ])
    expect(new Set(people.map(({ id }) => id)).has('ben')).toBe(false)
  })

  test('are never copied from another organization', async () => {
    const elsewhere = await anOrganization(record.db, { name: 'Another Hospital' })
    const theirs = await anActivity(elsewhere, [aContributor()])
    const copy = { activityId, fromActivityId: theirs, now }
    await expect(copyContributors(record.db, { actor, ...copy })).rejects.toThrow('activity_not_found')
    const roles = [
      [organizationId, 'coordinator'],
      [elsewhere, 'coordinator']
    ] as const
    const both = (await aPerson(record.db, { roles, hasSecondFactor: true })).person
    await expect(copyContributors(record.db, { actor: both, ...copy })).rejects.toThrow('activity_not_found')
    expect(await listContributors(record.db, activityId)).toEqual([])
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
      const asked = { actor: who, activityId, contributorId: id, seen, now }
      await expect(add({}, who)).rejects.toThrow(code)
      await expect(changeContributor(record.db, { ...asked, terms: terms() })).rejects.toThrow(code)
      await expect(removeContributor(record.db, asked)).rejects.toThrow(code)
      await expect(moveContributor(record.db, { ...asked, by: 1 })).rejects.toThrow(code)
      const copy = { actor: who, activityId, fromActivityId: activityId, now }
      await expect(copyContributors(record.db, copy)).rejects.toThrow(code)
    }
  })

  test('are in the log without their names', async () => {
    const id = await add()
    const line = await record.db
      .selectFrom('auditEvent')
      .select(['act', 'subjectId', 'details'])
      .executeTakeFirstOrThrow()
    const details = { activity: activityId, roles: 'planner author', disclosure: 'none', collectedOn: '2026-10-01' }
    expect({ ...line, details: JSON.parse(line.details) }).toEqual({ act: 'contributor.added', subjectId: id, details })
  })
})
