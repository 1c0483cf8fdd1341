import { AppError } from '#server/errors.ts'
import { type Act, type Actor, can, requireCan } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'

/** What somebody wants to do with an activity. */
export type ActivityAct = { actor: Actor; activityId: string; act: Act }

/** An activity by its row, without what the office wrote. */
export type ActivityRow = { id: string; organizationId: string; courseId: string }

/**
 * @returns an activity with which somebody may do something
 * @throws `activity_not_found` where there is none or it is another organization's, `not_allowed`,
 *   `second_factor_needed`
 */
export async function requireActivity(db: Db, { actor, activityId, act }: ActivityAct): Promise<ActivityRow> {
  const row = await db
    .selectFrom('activity')
    .select(['id', 'organizationId', 'courseId'])
    .where('id', '=', activityId)
    .executeTakeFirst()
  if (!row || !can(actor, 'activity.view', row)) throw new AppError('activity_not_found')
  requireCan(actor, act, row)
  return row
}
