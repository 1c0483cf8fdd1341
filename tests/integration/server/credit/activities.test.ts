import { beforeEach, describe, expect, test } from 'vitest'
import { closeActivity } from '#server/credit/activities/close-activity.ts'
import { getContents, ownShelf, type Shelf } from '#server/credit/activities/contents.ts'
import { createActivity } from '#server/credit/activities/create-activity.ts'
import { duplicateActivity } from '#server/credit/activities/duplicate-activity.ts'
import { getPlan, listActivities } from '#server/credit/activities/office.ts'
import { openActivity } from '#server/credit/activities/open-activity.ts'
import { getActivityVersion, getOpenVersion, listOpenActivities } from '#server/credit/activities/queries.ts'
import { saveSection } from '#server/credit/activities/save-section.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { aDraft, anOpenActivity, aReadyActivity, signEverything } from '#tests/helpers/activities.ts'
import { aLoadedCourse } from '#tests/helpers/courses.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const now = new Date('2026-11-24T10:00:00Z')
const later = new Date('2026-11-24T11:00:00Z')

/** A course whose announced time fits the draft of an hour. */
const shelf: Shelf = { ...ownShelf(), courses: [aLoadedCourse({ minutes: 60 })] }

describe.each(engines)('an activity on %s', (engine) => {
  const record = useRecord(engine)
  let organizationId: string
  let actor: Actor

  beforeEach(async () => {
    organizationId = await anOrganization(record.db)
    actor = await coordinatorOf(organizationId)
  })

  async function coordinatorOf(id: string): Promise<Actor> {
    return (await aPerson(record.db, { roles: [[id, 'coordinator']], hasSecondFactor: true })).person
  }

  async function ready(): Promise<string> {
    return aReadyActivity(record.db, { organizationId, shelf })
  }

  async function shown(activityId: string) {
    const { mark, revision } = await getPlan(record.db, { actor, activityId, now, shelf })
    return { actor, activityId, mark, revision, now, shelf }
  }

  async function auditOf(activityId: string): Promise<string[]> {
    const rows = await record.db
      .selectFrom('auditEvent')
      .select(['act'])
      .where('subjectId', '=', activityId)
      .orderBy('seq')
      .execute()
    return rows.map(({ act }) => act)
  }

  describe('that is begun', () => {
    test('says what is known of its course, and nothing that the office decides', async () => {
      const activityId = await createActivity(record.db, {
        actor,
        organizationId,
        courseId: 'a-course',
        format: 'enduring',
        now,
        shelf
      })
      const { planned, state, gaps } = await getPlan(record.db, { actor, activityId, now, shelf })
      expect({
        state,
        title: planned.draft.title,
        minutes: planned.draft.minutes,
        provider: planned.draft.provider.name
      }).toEqual({
        state: 'draft',
        title: 'A course',
        minutes: 60,
        provider: 'Example Hospital'
      })
      expect(gaps.length).toBeGreaterThan(20)
      expect(await auditOf(activityId)).toEqual(['activity.created'])
    })

    test('needs a course on offer', async () => {
      const withdrawn = { ...shelf, courses: [aLoadedCourse({ status: 'withdrawn' })] }
      const asks = { actor, organizationId, format: 'enduring' as const, now }
      await expect(
        createActivity(record.db, { ...asks, courseId: 'a-course', shelf: withdrawn })
      ).rejects.toMatchObject({ code: 'course_not_found' })
      await expect(createActivity(record.db, { ...asks, courseId: 'none', shelf })).rejects.toMatchObject({
        code: 'course_not_found'
      })
    })

    test('by nobody without two factors, without the role, or of another organization', async () => {
      const other = await coordinatorOf(await anOrganization(record.db))
      const { person: learner } = await aPerson(record.db, { roles: [[organizationId, 'learner']] })
      const asks = { organizationId, courseId: 'a-course', format: 'enduring' as const, now, shelf }
      const tries = [
        [{ ...actor, hasSecondFactor: false }, 'second_factor_needed'],
        [learner, 'not_allowed'],
        [other, 'not_allowed']
      ] as const
      for (const [who, code] of tries)
        await expect(async () => createActivity(record.db, { ...asks, actor: who })).rejects.toMatchObject({ code })
      expect(await record.db.selectFrom('activity').select('id').execute()).toEqual([])
    })
  })

  describe('whose draft is saved', () => {
    test('changes the fields of one section and the revision', async () => {
      const activityId = await ready()
      const before = await getPlan(record.db, { actor, activityId, now, shelf })
      await saveSection(record.db, { actor, activityId, section: 'time', fields: { minutes: 45 }, revision: 1, now })
      const { planned, revision } = await getPlan(record.db, { actor, activityId, now, shelf })
      expect(revision).toBe(2)
      expect(planned.draft).toEqual({ ...before.planned.draft, minutes: 45 })
      expect(await auditOf(activityId)).toEqual(['activity.changed'])
    })

    test('refuses a form that showed an older state', async () => {
      const activityId = await ready()
      const save = { actor, activityId, section: 'time', revision: 1, now } as const
      await saveSection(record.db, { ...save, fields: { minutes: 45 } })
      await expect(saveSection(record.db, { ...save, fields: { minutes: 50 } })).rejects.toMatchObject({
        code: 'stale_form'
      })
      expect((await getPlan(record.db, { actor, activityId, now, shelf })).planned.draft.minutes).toBe(45)
    })

    test('takes one of two saves at once', async () => {
      const activityId = await ready()
      await openConnections(record.db)
      const saves = [40, 41, 42].map((minutes) =>
        saveSection(record.db, { actor, activityId, section: 'time', fields: { minutes }, revision: 1, now })
      )
      const results = await Promise.allSettled(saves)
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })

    test('takes no field of another section and no text too long', async () => {
      const activityId = await ready()
      const save = { actor, activityId, revision: 1, now }
      await expect(
        saveSection(record.db, { ...save, section: 'time', fields: { title: 'Another' } })
      ).rejects.toMatchObject({ code: 'invalid_input' })
      await expect(
        saveSection(record.db, { ...save, section: 'basics', fields: { title: 'x'.repeat(301) } })
      ).rejects.toMatchObject({ code: 'invalid_input' })
    })
  })

  describe('of another organization', () => {
    test('does not exist for whoever asks', async () => {
      const activityId = await ready()
      const { mark, revision } = await shown(activityId)
      const other = await coordinatorOf(await anOrganization(record.db))
      const asks = { actor: other, activityId, now }
      const notFound = { code: 'activity_not_found' }
      await expect(getPlan(record.db, { ...asks, shelf })).rejects.toMatchObject(notFound)
      await expect(
        saveSection(record.db, { ...asks, section: 'time', fields: { minutes: 1 }, revision })
      ).rejects.toMatchObject(notFound)
      await expect(openActivity(record.db, { ...asks, mark, revision, shelf })).rejects.toMatchObject(notFound)
      await expect(closeActivity(record.db, { ...asks, reason: 'Any.' })).rejects.toMatchObject(notFound)
      await expect(duplicateActivity(record.db, { ...asks, format: 'live' })).rejects.toMatchObject(notFound)
      await expect(listActivities(record.db, { actor: other, organizationId, now, shelf })).rejects.toMatchObject({
        code: 'not_allowed'
      })
    })
  })

  describe('that is opened', () => {
    test('is frozen whole, with the sentence filled in and every reader named', async () => {
      const activityId = await ready()
      const version = await openActivity(record.db, await shown(activityId))
      expect(await getOpenVersion(record.db, activityId)).toEqual(version)
      expect(version).toMatchObject({
        activityId,
        version: 1,
        openedOn: '2026-11-24',
        organization: { id: organizationId, name: 'Example Hospital', isDemonstration: false },
        course: { id: 'a-course', version: 1, title: 'A course' },
        test: { items: 3, passMark: 80 },
        draft: aDraft()
      })
      expect(version.offerings.map(({ statementText }) => statementText)).toEqual([
        '',
        'Example Hospital grants 1.00 for this enduring material.'
      ])
      expect(version.contents).toEqual(
        getContents('a-course', shelf).map(({ kind, id, version, hash }) => ({ kind, id, version, hash }))
      )
      expect(version.signOffs).toHaveLength(version.contents.length * 3)
      expect(await auditOf(activityId)).toEqual(['activity.opened'])
    })

    test('once by two coordinators at once', async () => {
      const activityId = await ready()
      const second = await coordinatorOf(organizationId)
      const opening = await shown(activityId)
      await openConnections(record.db)
      const results = await Promise.allSettled([
        openActivity(record.db, opening),
        openActivity(record.db, { ...opening, actor: second })
      ])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'stale_form' } })
      expect(await record.db.selectFrom('activityVersion').select('version').execute()).toEqual([{ version: 1 }])
      expect(await auditOf(activityId)).toEqual(['activity.opened'])
    })

    test('not with a gap', async () => {
      const activityId = await ready()
      await saveSection(record.db, {
        actor,
        activityId,
        section: 'support',
        fields: { commercialSupport: { isReceived: '', text: '' } },
        revision: 1,
        now
      })
      await expect(openActivity(record.db, await shown(activityId))).rejects.toMatchObject({
        code: 'activity_incomplete'
      })
      expect(await record.db.selectFrom('activityVersion').select('version').execute()).toEqual([])
    })

    test('not where its content changed after it was looked at', async () => {
      const activityId = await ready()
      const opening = await shown(activityId)
      const changed = { ...shelf, courses: [aLoadedCourse({ minutes: 60, lede: 'Another sentence.' })] }
      await expect(openActivity(record.db, { ...opening, shelf: changed })).rejects.toMatchObject({
        code: 'activity_incomplete'
      })
      await signEverything(record.db, { organizationId, courseId: 'a-course', shelf: changed })
      await expect(openActivity(record.db, { ...opening, shelf: changed })).rejects.toMatchObject({
        code: 'stale_form'
      })
    })

    test('not where a credit was removed after it was looked at', async () => {
      const activityId = await ready()
      const opening = await shown(activityId)
      await record.db.deleteFrom('creditOffering').where('position', '=', 1).execute()
      await expect(openActivity(record.db, opening)).rejects.toMatchObject({ code: 'stale_form' })
    })

    test('stays as it was opened, whatever is changed after', async () => {
      const activityId = await ready()
      const version = await openActivity(record.db, await shown(activityId))
      await saveSection(record.db, {
        actor,
        activityId,
        section: 'basics',
        fields: { title: 'New' },
        revision: 2,
        now: later
      })
      await record.db.deleteFrom('creditOffering').execute()
      await record.db.updateTable('statement').set({ text: 'Another sentence.' }).execute()
      expect(await getOpenVersion(record.db, activityId)).toEqual(version)
      const { changed } = await getPlan(record.db, { actor, activityId, now, shelf })
      expect(changed).toEqual(['basics', 'credits'])
    })

    test('as a new version only where something changed', async () => {
      const activityId = await ready()
      const first = await openActivity(record.db, await shown(activityId))
      await expect(openActivity(record.db, await shown(activityId))).rejects.toMatchObject({
        code: 'activity_unchanged'
      })
      await saveSection(record.db, { actor, activityId, section: 'basics', fields: { title: 'New' }, revision: 2, now })
      const second = await openActivity(record.db, { ...(await shown(activityId)), now: later })
      expect(second.version).toBe(2)
      expect(await getActivityVersion(record.db, { activityId, version: 1 })).toEqual(first)
      const rows = await record.db
        .selectFrom('activityVersion')
        .select(['version', 'closedAt'])
        .orderBy('version')
        .execute()
      expect(rows).toEqual([
        { version: 1, closedAt: later.toISOString() },
        { version: 2, closedAt: null }
      ])
    })
  })

  describe('that is closed', () => {
    test('is open no more, keeps its version and its reason, and opens again as the next version', async () => {
      const activityId = await ready()
      const first = await openActivity(record.db, await shown(activityId))
      await closeActivity(record.db, { actor, activityId, reason: ' The review is late. ', now: later })
      await expect(getOpenVersion(record.db, activityId)).rejects.toMatchObject({ code: 'activity_not_found' })
      expect(await getActivityVersion(record.db, { activityId, version: 1 })).toEqual(first)
      const line = await record.db
        .selectFrom('auditEvent')
        .select(['reason', 'details'])
        .where('act', '=', 'activity.closed')
        .executeTakeFirst()
      expect(line).toEqual({ reason: 'The review is late.', details: '{"version":1}' })
      const again = await openActivity(record.db, await shown(activityId))
      expect(again).toEqual({ ...first, version: 2 })
    })

    test('needs a reason, and to be open', async () => {
      const activityId = await ready()
      const closing = { actor, activityId, reason: 'Any.', now }
      await expect(closeActivity(record.db, closing)).rejects.toMatchObject({ code: 'activity_not_open' })
      await openActivity(record.db, await shown(activityId))
      await expect(closeActivity(record.db, { ...closing, reason: '  ' })).rejects.toMatchObject({
        code: 'reason_missing'
      })
    })
  })

  describe('that is duplicated', () => {
    test('shares the course and what was written, without the numbers of the first', async () => {
      const activityId = await ready()
      const copyId = await duplicateActivity(record.db, { actor, activityId, format: 'live', now })
      const [first, copy] = [
        await getPlan(record.db, { actor, activityId, now, shelf }),
        await getPlan(record.db, { actor, activityId: copyId, now, shelf })
      ]
      expect(copy.state).toBe('draft')
      expect(copy.planned.draft).toEqual({ ...first.planned.draft, format: 'live' })
      expect(copy.planned.offerings.map(({ deliveryFormat }) => deliveryFormat)).toEqual(['live', 'live'])
      expect(copy.planned.contributors.map(({ name }) => name)).toEqual(['Ada Example', 'Ben Example'])
      expect(copy.planned.contents).toEqual(first.planned.contents)
      const ids = copy.planned.offerings.map(({ id }) => id)
      expect(first.planned.offerings.some(({ id }) => ids.includes(id))).toBe(false)
    })
  })

  test('is listed with its gaps and how many take part', async () => {
    const activityId = await ready()
    await openActivity(record.db, await shown(activityId))
    const listed = await listActivities(record.db, { actor, organizationId, now, shelf })
    expect(
      listed.map(({ plan, participants }) => [plan.activityId, plan.state, plan.gaps.length, participants])
    ).toEqual([[activityId, 'open', 0, 0]])
  })

  test('is listed as open for its own organizations alone', async () => {
    const one = await anOpenActivity(record.db)
    const other = await anOpenActivity(record.db, {
      organization: { id: 'other', name: 'Other', isDemonstration: true }
    })
    expect(await listOpenActivities(record.db, [one.organization.id])).toEqual([one])
    expect(await listOpenActivities(record.db, [])).toEqual([])
    expect(await listOpenActivities(record.db, [one.organization.id, 'other'])).toHaveLength(2)
    expect(await getOpenVersion(record.db, other.activityId)).toEqual(other)
  })
})
