import { activityVersionSchema } from '#machines/activity/version.ts'
import { type Actor, can } from '#server/people/auth/permissions.ts'
import { findProfile } from '#server/people/profiles/queries.ts'
import type { Db } from '#server/record/db/schema.ts'

/** An assignment as the office sees it. `to` names a department or a person; `inDepartment` is where they work. */
export type Assignment = {
  id: string
  activityId: string
  title: string
  dueOn: string
  to: { kind: 'department' | 'person'; name: string }
  inDepartment: string | null
}

/** An assignment as the person sees it who is to do it. `title` is the activity's, `isDone` once they finished it. */
export type MyAssignment = {
  id: string
  activityId: string
  title: string
  organizationName: string
  dueOn: string
  isDone: boolean
  isOverdue: boolean
}

/** @returns the assignments of an organization that an actor may edit, the next due first. */
export async function listAssignments(
  db: Db,
  { actor, organizationId }: { actor: Actor; organizationId: string }
): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('assignment')
    .leftJoin('department', 'department.id', 'assignment.departmentId')
    .leftJoin('user', 'user.id', 'assignment.userId')
    .select(['assignment.id', 'assignment.activityId', 'assignment.dueOn', 'assignment.userId'])
    .select(['assignment.departmentId', 'department.name as departmentName', 'user.name as userName'])
    .where('assignment.organizationId', '=', organizationId)
    .where('withdrawnAt', 'is', null)
    .orderBy('dueOn')
    .orderBy('assignment.id')
    .execute()
  const titles = await titlesOf(db, rows)
  const places = await placesIn(db, organizationId)
  return rows
    .map((row) => ({ row, inDepartment: row.userId ? (places.get(row.userId) ?? null) : row.departmentId }))
    .filter(({ inDepartment }) => can(actor, 'assignment.edit', { organizationId, departmentId: inDepartment }))
    .map(({ row, inDepartment }) => ({
      id: row.id,
      activityId: row.activityId,
      title: titles.get(row.activityId) ?? '',
      dueOn: row.dueOn,
      to: row.userId
        ? { kind: 'person' as const, name: row.userName ?? '' }
        : { kind: 'department' as const, name: row.departmentName ?? '' },
      inDepartment
    }))
}

/**
 * What somebody is asked to finish, alone or with their department, the next due first. An activity asked for twice by
 * an organization is listed once, under its earlier day. Days are those of the person's own time zone.
 */
export async function listMyAssignments(db: Db, userId: string, now: Date): Promise<MyAssignment[]> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('organization', 'organization.id', 'assignment.organizationId')
    .innerJoin('membership', (join) =>
      join.onRef('membership.organizationId', '=', 'assignment.organizationId').on('membership.userId', '=', userId)
    )
    .select(['assignment.id', 'assignment.activityId', 'assignment.dueOn', 'organization.name as organizationName'])
    .where('withdrawnAt', 'is', null)
    .where(({ or, eb, ref }) =>
      or([eb('assignment.userId', '=', userId), eb('assignment.departmentId', '=', ref('membership.departmentId'))])
    )
    .orderBy('dueOn')
    .orderBy('assignment.id')
    .execute()
  const once = [...Map.groupBy(rows, ({ activityId }) => activityId).values()].flatMap((same) => same.slice(0, 1))
  const titles = await titlesOf(db, once)
  const finished = await finishedBy(db, userId)
  const today = dayIn((await findProfile(db, userId))?.timeZone ?? 'UTC', now)
  return once.map((row) => {
    const isDone = finished.has(row.activityId)
    return { ...row, title: titles.get(row.activityId) ?? '', isDone, isOverdue: !isDone && row.dueOn < today }
  })
}

/** @returns the day that it is in a time zone, YYYY-MM-DD. */
function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
}

async function finishedBy(db: Db, userId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('participation')
    .select('activityId')
    .where('userId', '=', userId)
    .where('finishedAt', 'is not', null)
    .execute()
  return new Set(rows.map(({ activityId }) => activityId))
}

async function placesIn(db: Db, organizationId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('membership')
    .select(['userId', 'departmentId'])
    .where('organizationId', '=', organizationId)
    .where('departmentId', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ userId, departmentId }) => (departmentId ? [[userId, departmentId] as const] : [])))
}

/** @returns the titles under which activities stand open. */
async function titlesOf(db: Db, rows: readonly { activityId: string }[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ activityId }) => activityId))]
  if (ids.length === 0) return new Map()
  const versions = await db
    .selectFrom('activity')
    .innerJoin('activityVersion', (join) =>
      join
        .onRef('activityVersion.activityId', '=', 'activity.id')
        .onRef('activityVersion.version', '=', 'activity.openVersion')
    )
    .select(['activity.id', 'activityVersion.document'])
    .where('activity.id', 'in', ids)
    .execute()
  return new Map(versions.map(({ id, document }) => [id, titleIn(document)]))
}

function titleIn(document: string): string {
  const { draft, course } = activityVersionSchema.parse(JSON.parse(document))
  return draft.title || course.title
}
