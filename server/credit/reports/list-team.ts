import { dayIn } from '#machines/claim/days.ts'
import { type Actor, can, requireCan } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import { listTitles } from './activity-titles.ts'

/** `due`: begun and not finished; `not-started`: neither. Either is `overdue` after the day it was due. */
export const teamStates = ['overdue', 'not-started', 'due', 'done'] as const

/**
 * What one person was asked to finish. This is all that a manager learns of it: days, never times, and nothing of how
 * it was done. `doneOn` is the day where the person was.
 */
export type TeamRow = {
  person: string
  department: string
  activity: string
  dueOn: string
  state: (typeof teamStates)[number]
  doneOn: string | null
}

type Wanted = { actor: Actor; organizationId: string; now: Date }

/**
 * @returns what the people of a manager's departments were asked to finish, by name; a coordinator sees all departments
 * @throws `not_allowed`, `second_factor_needed` where somebody may see no department
 */
export async function listTeam(db: Db, { actor, organizationId, now }: Wanted): Promise<TeamRow[]> {
  const departments = departmentsSeen(actor, organizationId)
  const members = await listMembers(db, { organizationId, departments })
  const assigned = await listAssigned(db, organizationId)
  const titles = new Map((await listTitles(db, organizationId)).map(({ id, title }) => [id, title]))
  const standings = await listStandings(db, organizationId)
  const rows = members.flatMap((member) =>
    earliestFor(member, assigned).map(({ activityId, dueOn }) => {
      const standing = standings.get(`${member.userId} ${activityId}`)
      return {
        person: nameOf(member),
        department: member.department ?? '',
        activity: titles.get(activityId) ?? '',
        dueOn,
        ...stateOf(standing, dueOn, now)
      }
    })
  )
  return rows.sort(byName)
}

/** @returns the ids of the departments whose people somebody may see, or all of them. */
function departmentsSeen(actor: Actor, organizationId: string): 'all' | string[] {
  if (can(actor, 'team.view', { organizationId })) return 'all'
  const seen = actor.memberships.flatMap(({ departmentId }) =>
    departmentId !== null && can(actor, 'team.view', { organizationId, departmentId }) ? [departmentId] : []
  )
  if (seen.length === 0) requireCan(actor, 'team.view', { organizationId })
  return [...new Set(seen)]
}

type Member = {
  userId: string
  departmentId: string | null
  department: string | null
  name: string
  email: string
  givenName: string | null
  familyName: string | null
}

// Whoever only leads a department is not among the people who were asked.
function listMembers(
  db: Db,
  { organizationId, departments }: { organizationId: string; departments: 'all' | string[] }
): Promise<Member[]> {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.userId')
    .leftJoin('profile', 'profile.userId', 'membership.userId')
    .leftJoin('department', 'department.id', 'membership.departmentId')
    .select([
      'membership.userId',
      'membership.departmentId',
      'department.name as department',
      'user.name',
      'user.email'
    ])
    .select(['profile.givenName', 'profile.familyName'])
    .distinct()
    .where('membership.organizationId', '=', organizationId)
    .where('membership.role', '!=', 'manager')
    .$if(departments !== 'all', (query) =>
      query.where('membership.departmentId', 'in', departments === 'all' ? [] : departments)
    )
    .execute()
}

type Assigned = { activityId: string; departmentId: string | null; userId: string | null; dueOn: string }

function listAssigned(db: Db, organizationId: string): Promise<Assigned[]> {
  return db
    .selectFrom('assignment')
    .select(['activityId', 'departmentId', 'userId', 'dueOn'])
    .where('organizationId', '=', organizationId)
    .where('withdrawnAt', 'is', null)
    .orderBy('dueOn')
    .execute()
}

function earliestFor({ userId, departmentId }: Member, assigned: readonly Assigned[]): Assigned[] {
  const own = assigned.filter((it) => it.userId === userId || (it.userId === null && it.departmentId === departmentId))
  return own.filter((it, index) => own.findIndex(({ activityId }) => activityId === it.activityId) === index)
}

type Standing = { finishedAt: string | null; timeZone: string }

// Whether and when it was finished, and nothing else of the row, is read for a manager.
async function listStandings(db: Db, organizationId: string): Promise<Map<string, Standing>> {
  const rows = await db
    .selectFrom('participation')
    .select(['userId', 'activityId', 'finishedAt', 'timeZone'])
    .where('organizationId', '=', organizationId)
    .execute()
  const done = rows.filter(({ finishedAt }) => finishedAt !== null).sort(newestFirst)
  const begun = rows.filter(({ finishedAt }) => finishedAt === null)
  // Of several versions of one activity the first that was finished tells.
  return new Map([...begun, ...done].map((row) => [`${row.userId} ${row.activityId}`, row]))
}

function stateOf(standing: Standing | undefined, dueOn: string, now: Date): Pick<TeamRow, 'state' | 'doneOn'> {
  if (standing && standing.finishedAt !== null) {
    return { state: 'done', doneOn: dayIn(standing.finishedAt, standing.timeZone) }
  }
  // A day is over when it is over everywhere.
  if (dueOn < dayIn(now.toISOString(), 'Etc/GMT+12')) return { state: 'overdue', doneOn: null }
  return { state: standing ? 'due' : 'not-started', doneOn: null }
}

function nameOf({ givenName, familyName, name, email }: Member): string {
  return [familyName, givenName].filter(Boolean).join(', ') || name || email
}

function newestFirst(one: Standing, other: Standing): number {
  return (other.finishedAt ?? '').localeCompare(one.finishedAt ?? '')
}

function byName(one: TeamRow, other: TeamRow): number {
  const keys = ['person', 'activity', 'department'] as const
  return keys.map((key) => one[key].localeCompare(other[key], 'en-US')).find((order) => order !== 0) ?? 0
}
