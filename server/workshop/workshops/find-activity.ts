import type { ActivityVersion } from '#machines/activity/version.ts'
import { listOpenActivities } from '#server/credit/activities/queries.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { Workshop } from './queries.ts'

/** @returns the activity that a workshop is held for, while it is open for credit; else null. */
export async function findActivity(
  db: Db,
  { activityId, organizationId }: Pick<Workshop, 'activityId' | 'organizationId'>
): Promise<ActivityVersion | null> {
  if (activityId === null || organizationId === null) return null
  const open = await listOpenActivities(db, [organizationId])
  return open.find((activity) => activity.activityId === activityId) ?? null
}
