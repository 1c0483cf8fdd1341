import { type ActivityVersion, activityVersionSchema } from '#machines/activity/version.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'

/**
 * @returns an activity as it is open for credit. It may be past its expiry: that closes credit by date alone.
 * @throws `activity_not_found` also where it is a draft or closed
 */
export async function getOpenVersion(db: Db, activityId: string): Promise<ActivityVersion> {
  const found = await openRows(db).where('activity.id', '=', activityId).executeTakeFirst()
  if (!found) throw new AppError('activity_not_found')
  return parseVersion(found)
}

/** @returns an activity as it stood in one version, open or not. Throws `activity_not_found`. */
export async function getActivityVersion(
  db: Db,
  { activityId, version }: { activityId: string; version: number }
): Promise<ActivityVersion> {
  const found = await db
    .selectFrom('activityVersion')
    .select(['activityId', 'document'])
    .where('activityId', '=', activityId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!found) throw new AppError('activity_not_found')
  return parseVersion(found)
}

/** @returns the activities that are open in these organizations, by title; some may be past their expiry. */
export async function listOpenActivities(db: Db, organizationIds: readonly string[]): Promise<ActivityVersion[]> {
  if (organizationIds.length === 0) return []
  const rows = await openRows(db).where('activity.organizationId', 'in', organizationIds).execute()
  const versions = rows.map(parseVersion)
  return versions.sort((one, other) => one.draft.title.localeCompare(other.draft.title, 'en-US'))
}

function openRows(db: Db) {
  return db
    .selectFrom('activity')
    .innerJoin('activityVersion', (join) =>
      join
        .onRef('activityVersion.activityId', '=', 'activity.id')
        .onRef('activityVersion.version', '=', 'activity.openVersion')
    )
    .select(['activityVersion.activityId', 'activityVersion.document'])
    .where('activity.state', '=', 'open')
}

function parseVersion({ activityId, document }: { activityId: string; document: string }): ActivityVersion {
  const parsed = activityVersionSchema.safeParse(JSON.parse(document))
  if (!parsed.success) throw new AppError('log_corrupt', { cause: parsed.error, where: { activity: activityId } })
  return parsed.data
}
