import { AppError } from '#server/errors.ts'
import { type Actor, can, requireCan } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ActivityTable } from '#server/record/db/schema-credit.ts'
import type { Shelf } from './contents.ts'
import { type Plan, planOf } from './plan.ts'

/** Somebody of an office, and the activity they ask for. */
export type OfficeAsks = { actor: Actor; activityId: string }

/**
 * @returns the row of an activity that somebody may set up
 * @throws `activity_not_found`, also for one of another organization, `not_allowed`, `second_factor_needed`
 */
export async function getEditable(db: Db, { actor, activityId }: OfficeAsks): Promise<ActivityTable> {
  const row = await db.selectFrom('activity').selectAll().where('id', '=', activityId).executeTakeFirst()
  if (!row || !can(actor, 'activity.view', row)) throw new AppError('activity_not_found')
  requireCan(actor, 'activity.edit', row)
  return row
}

/** @returns an activity as its office sees it. Throws what `getEditable` throws. */
export async function getPlan(
  db: Db,
  { now, shelf, ...asks }: OfficeAsks & { now: Date; shelf?: Shelf }
): Promise<Plan> {
  return planOf(db, await getEditable(db, asks), { now, shelf })
}

/** An activity in the list of its office. */
export type ListedActivity = { plan: Plan; participants: number }

/** @returns the activities of an organization that somebody may set up, by title. Throws `not_allowed`, `second_factor_needed`. */
export async function listActivities(
  db: Db,
  { actor, organizationId, now, shelf }: { actor: Actor; organizationId: string; now: Date; shelf?: Shelf }
): Promise<ListedActivity[]> {
  requireCan(actor, 'activity.edit', { organizationId })
  const rows = await db.selectFrom('activity').selectAll().where('organizationId', '=', organizationId).execute()
  const counts = await participantsIn(db, organizationId)
  const listed: ListedActivity[] = []
  for (const row of rows) {
    const plan = await planOf(db, row, { now, shelf })
    listed.push({ plan, participants: counts.get(row.id) ?? 0 })
  }
  return listed.sort((one, other) => titleOf(one).localeCompare(titleOf(other), 'en-US'))
}

async function participantsIn(db: Db, organizationId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('participation')
    .select(({ fn }) => ['activityId', fn.countAll().as('people')])
    .where('organizationId', '=', organizationId)
    .groupBy('activityId')
    .execute()
  return new Map(rows.map(({ activityId, people }) => [activityId, Number(people)]))
}

function titleOf({ plan }: ListedActivity): string {
  return plan.planned.draft.title
}
