import { listOpenActivities } from '#server/credit/activities/queries.ts'
import type { Db } from '#server/record/db/schema.ts'

/** @returns the live activities that an organization has open for credit, which a workshop may be held for. */
export async function listLiveActivities(
  db: Db,
  organizationId: string | null
): Promise<{ id: string; title: string }[]> {
  if (organizationId === null) return []
  const open = await listOpenActivities(db, [organizationId])
  return open
    .filter(({ draft }) => draft.format === 'live')
    .map(({ activityId, draft }) => ({ id: activityId, title: draft.title }))
}
