import { describe, expect, test } from 'vitest'
import { listTeam } from '#server/credit/reports/list-team.ts'
import { newId } from '#server/record/ids.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aDepartment, aPerson } from '#tests/helpers/people.ts'
import { aNamedPerson, aParticipation } from '#tests/helpers/reports.ts'

const now = new Date('2026-11-24T15:00:00.000Z')

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  async function aHospital() {
    const activity = await anOpenActivity(record.db)
    const organizationId = activity.organization.id
    const emergency = await aDepartment(record.db, organizationId)
    const clinic = await aDepartment(record.db, organizationId, 'Clinic')
    const member = async (familyName: string, departmentId: string | null) => {
      const userId = await aNamedPerson(record.db, { familyName })
      const row = { id: newId(), userId, organizationId, departmentId, role: 'learner' as const, createdAt: '' }
      await record.db.insertInto('membership').values(row).execute()
      return userId
    }
    const assign = (to: { departmentId?: string; userId?: string }, dueOn: string, withdrawnAt: string | null = null) =>
      record.db
        .insertInto('assignment')
        .values({
          id: newId(),
          organizationId,
          activityId: activity.activityId,
          departmentId: null,
          userId: null,
          dueOn,
          createdBy: null,
          createdAt: '',
          withdrawnAt,
          ...to
        })
        .execute()
    return { activity, organizationId, emergency, clinic, member, assign }
  }

  test('a manager sees who of the department is done, due, overdue or has not begun', async () => {
    const { activity, organizationId, emergency, clinic, member, assign } = await aHospital()
    const { person } = await aPerson(record.db, { roles: [[organizationId, 'manager']], departmentId: emergency })
    const begun = { finishedAt: null, passedTestId: null, scoreHundredths: null, isEvaluated: 0 }
    await aParticipation(record.db, { activity, userId: await member('Adams', emergency) })
    await aParticipation(record.db, { activity, userId: await member('Baker', emergency), participation: begun })
    await member('Clark', emergency)
    const davis = await member('Davis', emergency)
    await member('Evans', clinic)
    await assign({ departmentId: emergency }, '2026-12-24')
    await assign({ userId: davis }, '2026-11-22')
    await assign({ departmentId: clinic }, '2026-12-24')
    await assign({ departmentId: emergency }, '2026-01-01', '2026-01-02T00:00:00.000Z')
    const row = { department: 'Emergency', activity: 'Seeing patients alone', dueOn: '2026-12-24', doneOn: null }
    expect(await listTeam(record.db, { actor: person, organizationId, now })).toEqual([
      { ...row, person: 'Adams, Kim', state: 'done', doneOn: '2026-11-03' },
      { ...row, person: 'Baker, Kim', state: 'due' },
      { ...row, person: 'Clark, Kim', state: 'not-started' },
      { ...row, person: 'Davis, Kim', state: 'overdue', dueOn: '2026-11-22' }
    ])
  })

  test('a day is over once it is over everywhere', async () => {
    const { organizationId, emergency, member, assign } = await aHospital()
    const { person } = await aPerson(record.db, { roles: [[organizationId, 'manager']], departmentId: emergency })
    await member('Adams', emergency)
    await assign({ departmentId: emergency }, '2026-11-24')
    const stateAt = async (at: string) =>
      (await listTeam(record.db, { actor: person, organizationId, now: new Date(at) })).map(({ state }) => state)
    expect(await stateAt('2026-11-25T11:59:59.000Z')).toEqual(['not-started'])
    expect(await stateAt('2026-11-25T12:00:00.000Z')).toEqual(['overdue'])
  })

  test('a coordinator sees all departments, a manager of none all, and others nothing', async () => {
    const { organizationId, emergency, clinic, member, assign } = await aHospital()
    await member('Adams', emergency)
    await member('Evans', clinic)
    await assign({ departmentId: emergency }, '2026-12-24')
    await assign({ departmentId: clinic }, '2026-12-24')
    const seenBy = async (wish: Parameters<typeof aPerson>[1]) => {
      const { person } = await aPerson(record.db, wish)
      return (await listTeam(record.db, { actor: person, organizationId, now })).map((row) => row.person)
    }
    const all = ['Adams, Kim', 'Evans, Kim']
    expect(await seenBy({ roles: [[organizationId, 'coordinator']], hasSecondFactor: true })).toEqual(all)
    expect(await seenBy({ roles: [[organizationId, 'manager']] })).toEqual(all)
    expect(await seenBy({ roles: [[organizationId, 'manager']], departmentId: clinic })).toEqual(['Evans, Kim'])
    const coordinator = { roles: [[organizationId, 'coordinator']] } as const
    await expect(seenBy(coordinator)).rejects.toMatchObject({ code: 'second_factor_needed' })
    await expect(seenBy({ roles: [[organizationId, 'admin']] })).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(seenBy({})).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test('nothing but days tells how something was done, however it was done', async () => {
    const { activity, organizationId, emergency, member, assign } = await aHospital()
    const { person } = await aPerson(record.db, { roles: [[organizationId, 'manager']], departmentId: emergency })
    const extreme = { scoreHundredths: 7777, testAttempts: 6543, minutesMeasured: 8765, minutesReported: 5678 }
    const times = { finishedAt: '2026-11-03T03:04:05.678Z', acknowledgedAt: '2026-11-01T01:02:03.456Z', shownAt: '' }
    for (const name of ['Zeta', 'Adams'])
      await aParticipation(record.db, {
        activity,
        userId: await member(name, emergency),
        participation: { ...extreme, ...times, passedTestId: 'the-test' }
      })
    await assign({ departmentId: emergency }, '2026-12-24')
    const rows = await listTeam(record.db, { actor: person, organizationId, now })
    expect(rows.map((row) => row.person)).toEqual(['Adams, Kim', 'Zeta, Kim'])
    const told = JSON.stringify(rows)
    for (const secret of ['7777', '77.77', '6543', '8765', '5678', '03:04', '01:02', '2026-11-01', 'the-test'])
      expect(told).not.toContain(secret)
    expect(rows.map(({ doneOn }) => doneOn)).toEqual(['2026-11-02', '2026-11-02'])
  })
})
