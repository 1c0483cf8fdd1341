import type { ProfessionId } from '#content/professions.ts'
import { professionIds } from '#content/professions.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { dayIn } from '#machines/claim/days.ts'
import { AppError } from '#server/errors.ts'
import { type Actor, can } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ParticipationTable } from '#server/record/db/schema-credit.ts'
import { getActivityVersion } from '../activities/queries.ts'

/** Whose way to credit, through which activity. */
export type WhoseActivity = { actor: Actor; activityId: string }

/** An activity that was opened once. `closedAt` is when the office closed it for new credit, null while it is open. */
export type ActivityStanding = { id: string; organizationId: string; newestVersion: number; closedAt: string | null }

/** @returns an activity of the actor's organizations, by how it stands. Throws `activity_not_found`. */
export async function getActivityStanding(db: Db, { actor, activityId }: WhoseActivity): Promise<ActivityStanding> {
  const row = await db
    .selectFrom('activity')
    .innerJoin('activityVersion', 'activityVersion.activityId', 'activity.id')
    .select(['activity.id', 'activity.organizationId', 'activity.state'])
    .select(['activityVersion.version as newestVersion', 'activityVersion.closedAt'])
    .where('activity.id', '=', activityId)
    .orderBy('activityVersion.version', 'desc')
    .executeTakeFirst()
  if (!row || !can(actor, 'activity.take', row)) throw new AppError('activity_not_found')
  const { state, ...standing } = row
  return { ...standing, closedAt: state === 'open' ? null : row.closedAt }
}

/** @returns a person's newest way through an activity, or undefined before they have acknowledged its front matter. */
export function findParticipation(
  db: Db,
  { userId, activityId }: { userId: string; activityId: string }
): Promise<ParticipationTable | undefined> {
  return db
    .selectFrom('participation')
    .selectAll()
    .where('userId', '=', userId)
    .where('activityId', '=', activityId)
    .orderBy('activityVersion', 'desc')
    .executeTakeFirst()
}

/** @returns all ways of a person, the newest first. */
export function listMyParticipations(db: Db, { userId }: { userId: string }): Promise<ParticipationTable[]> {
  return db
    .selectFrom('participation')
    .selectAll()
    .where('userId', '=', userId)
    .orderBy('acknowledgedAt', 'desc')
    .orderBy('id')
    .execute()
}

/**
 * @returns the version that somebody acknowledged and those that were opened after it: what is done counts in the
 * content of any of them, since the office opened credit for it
 */
export async function listVersionsFrom(
  db: Db,
  { activityId, version }: { activityId: string; version: number }
): Promise<[ActivityVersion, ...ActivityVersion[]]> {
  const rows = await db
    .selectFrom('activityVersion')
    .select('version')
    .where('activityId', '=', activityId)
    .where('version', '>', version)
    .orderBy('version')
    .execute()
  const later = await Promise.all(rows.map((row) => getActivityVersion(db, { activityId, version: row.version })))
  return [await getActivityVersion(db, { activityId, version }), ...later]
}

/** @returns a stored profession; one that is known no longer counts as another. */
export function professionIn({ profession }: Pick<ParticipationTable, 'profession'>): ProfessionId {
  return professionIds.find((id) => id === profession) ?? 'other'
}

/** @returns the learner's calendar day of a moment, by the time zone they gave. */
export function dayOf({ timeZone }: Pick<ParticipationTable, 'timeZone'>, moment: string): string {
  return dayIn(moment, timeZone)
}
