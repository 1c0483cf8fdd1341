import { beforeEach, describe, expect, test } from 'vitest'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { type Assign, assign } from '#server/people/assignments/assign.ts'
import { listReachable } from '#server/people/assignments/list-reachable.ts'
import { listAssignments, listMyAssignments } from '#server/people/assignments/queries.ts'
import { withdrawAssignment } from '#server/people/assignments/withdraw-assignment.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { night } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aDepartment, anOrganization, aPerson } from '#tests/helpers/people.ts'
import { aParticipation } from '#tests/helpers/reports.ts'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  let organizationId: string
  let emergency: string
  let clinic: string
  let activity: ActivityVersion
  let office: Actor
  beforeEach(async () => {
    organizationId = await anOrganization(record.db)
    emergency = await aDepartment(record.db, organizationId, 'Emergency')
    clinic = await aDepartment(record.db, organizationId, 'Clinic')
    const organization = { id: organizationId, name: 'Example Hospital', isDemonstration: false }
    activity = await anOpenActivity(record.db, { organization })
    office = await somebody('coordinator', null)
  })

  const somebody = async (
    role: 'coordinator' | 'manager' | 'learner' | 'admin',
    departmentId: string | null,
    name = 'Kim'
  ) => (await aPerson(record.db, { roles: [[organizationId, role]], departmentId, hasSecondFactor: true, name })).person
  const ask = (changes: Partial<Assign> = {}) =>
    assign(record.db, {
      actor: office,
      organizationId,
      activityId: activity.activityId,
      to: { departmentId: emergency },
      dueOn: '2026-04-01',
      now: night,
      ...changes
    })
  const due = async ({ userId }: Actor, now = night) =>
    (await listMyAssignments(record.db, userId, now)).map(({ dueOn, isDone, isOverdue }) => ({
      dueOn,
      isDone,
      isOverdue
    }))
  const acts = async () =>
    (await record.db.selectFrom('auditEvent').select('act').orderBy('seq').execute()).map(({ act }) => act)

  test('a department is asked, and everyone in it sees it with its day', async () => {
    const kim = await somebody('learner', emergency)
    const lee = await somebody('learner', clinic)
    const id = await ask()
    expect(await listMyAssignments(record.db, kim.userId, night)).toEqual([
      {
        id,
        activityId: activity.activityId,
        title: activity.draft.title,
        organizationName: 'Example Hospital',
        dueOn: '2026-04-01',
        isDone: false,
        isOverdue: false
      }
    ])
    expect(await due(lee)).toEqual([])
    await withdrawAssignment(record.db, { actor: office, organizationId, assignmentId: id, now: night })
    expect(await due(kim)).toEqual([])
    await expect(
      withdrawAssignment(record.db, { actor: office, organizationId, assignmentId: id, now: night })
    ).rejects.toThrow('assignment_not_found')
    expect(await acts()).toEqual(['assignment.made', 'assignment.withdrawn'])
  })

  test('what is asked for twice is listed once, under the earlier day', async () => {
    const kim = await somebody('learner', emergency)
    await ask({ dueOn: '2026-05-01' })
    await ask({ to: { userId: kim.userId }, dueOn: '2026-04-01' })
    expect(await due(kim)).toEqual([{ dueOn: '2026-04-01', isDone: false, isOverdue: false }])
  })

  test('it is overdue once its day has ended where the person is, and done once they finished', async () => {
    const kim = await somebody('learner', emergency)
    await ask({ dueOn: '2026-04-01' })
    const row = { userId: kim.userId, givenName: 'Kim', familyName: 'Doe', consentsToReport: 0, updatedAt: '' }
    await record.db
      .insertInto('profile')
      .values({ ...row, timeZone: 'Pacific/Honolulu' })
      .execute()
    expect(await due(kim, new Date('2026-04-02T09:59:59Z'))).toMatchObject([{ isOverdue: false }])
    expect(await due(kim, new Date('2026-04-02T10:00:00Z'))).toMatchObject([{ isOverdue: true }])
    await aParticipation(record.db, { activity, userId: kim.userId })
    expect(await due(kim, new Date('2026-04-02T10:00:00Z'))).toEqual([
      { dueOn: '2026-04-01', isDone: true, isOverdue: false }
    ])
  })

  test('a manager asks their own department and its people, and sees no other', async () => {
    const manager = await somebody('manager', emergency, 'Ada')
    const kim = await somebody('learner', emergency)
    const lee = await somebody('learner', clinic, 'Lee')
    const own = await ask({ actor: manager })
    const other = await ask({ to: { departmentId: clinic } })
    await ask({ actor: manager, to: { userId: kim.userId } })
    for (const to of [{ departmentId: clinic }, { userId: lee.userId }])
      await expect(ask({ actor: manager, to })).rejects.toThrow('not_allowed')
    const withdraw = (assignmentId: string) =>
      withdrawAssignment(record.db, { actor: manager, organizationId, assignmentId, now: night })
    await expect(withdraw(other)).rejects.toThrow('not_allowed')
    const seen = await listAssignments(record.db, { actor: manager, organizationId })
    expect(seen.map(({ to }) => to)).toEqual(
      expect.arrayContaining([
        { kind: 'department', name: 'Emergency' },
        { kind: 'person', name: 'Kim' }
      ])
    )
    expect(seen).toHaveLength(2)
    expect(await listReachable(record.db, { actor: manager, organizationId })).toEqual({
      departments: [{ id: emergency, name: 'Emergency' }],
      people: [
        { userId: manager.userId, name: 'Ada' },
        { userId: kim.userId, name: 'Kim' }
      ]
    })
    await withdraw(own)
    expect(await listAssignments(record.db, { actor: office, organizationId })).toHaveLength(2)
  })

  test('learners and admins assign nothing', async () => {
    for (const role of ['learner', 'admin'] as const)
      await expect(ask({ actor: await somebody(role, emergency) })).rejects.toThrow('not_allowed')
  })

  test('ids of another organization do not exist', async () => {
    const elsewhere = await anOrganization(record.db, { name: 'Other' })
    const { person: other } = await aPerson(record.db, { roles: [[elsewhere, 'coordinator']], hasSecondFactor: true })
    const id = await ask()
    await expect(ask({ actor: other })).rejects.toThrow('not_allowed')
    const there = { actor: other, organizationId: elsewhere }
    await expect(ask(there)).rejects.toThrow('department_not_found')
    await expect(ask({ ...there, to: { userId: office.userId } })).rejects.toThrow('person_not_found')
    await expect(ask({ ...there, to: { userId: other.userId } })).rejects.toThrow('activity_not_found')
    await expect(withdrawAssignment(record.db, { ...there, assignmentId: id, now: night })).rejects.toThrow(
      'assignment_not_found'
    )
    expect(await listAssignments(record.db, there)).toEqual([])
  })

  test('a past day, and an activity that is not open, are refused', async () => {
    await expect(ask({ dueOn: '2026-02-27' })).rejects.toThrow('due_day_past')
    await record.db.updateTable('activity').set({ state: 'closed' }).execute()
    await expect(ask()).rejects.toThrow('activity_not_found')
    expect(await acts()).toEqual([])
  })
})
