import type { ActivityVersion } from '#machines/activity/version.ts'
import { getActivityVersion } from '#server/credit/activities/queries.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { CheckInTable } from '#server/record/db/schema-workshop.ts'
import { isId } from '#server/record/ids.ts'

/** One day of a workshop whose check-in was opened; `title` is the workshop's. */
export type Day = CheckInTable & { title: string; organizationId: string }

/** Which day of which workshop, YYYY-MM-DD as the place's calendar has it. */
export type WhichDay = { workshopId: string; heldOn: string }

/** @returns a day of a workshop. Throws `workshop_not_found`, `check_in_not_open` where none was opened on it. */
export async function getDay(db: Db, { workshopId, heldOn }: WhichDay): Promise<Day> {
  const days = await listDays(db, workshopId)
  const day = days.find((each) => each.heldOn === heldOn)
  if (!day) throw new AppError('check_in_not_open')
  return day
}

/** @returns the days of a workshop, the newest first. Throws `workshop_not_found`. */
export async function listDays(db: Db, workshopId: string): Promise<Day[]> {
  if (!isId(workshopId)) throw new AppError('workshop_not_found')
  const workshop = await db
    .selectFrom('workshop')
    .select(['title', 'organizationId'])
    .where('id', '=', workshopId)
    .executeTakeFirst()
  // A workshop of a laptop belongs to no organization: nobody could give credit for it.
  if (!workshop?.organizationId) throw new AppError('workshop_not_found')
  const { title, organizationId } = workshop
  const rows = await db
    .selectFrom('checkIn')
    .selectAll()
    .where('workshopId', '=', workshopId)
    .orderBy('heldOn', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, title, organizationId }))
}

/** @returns the day whose check-in is open now, if one is. Throws `workshop_not_found`. */
export async function findOpenDay(
  db: Db,
  { workshopId, now }: { workshopId: string; now: Date }
): Promise<Day | undefined> {
  const days = await listDays(db, workshopId)
  return days.find((day) => isOpen(day, now))
}

/** The same. Throws `check_in_not_open` where none is. */
export async function getOpenDay(db: Db, asked: { workshopId: string; now: Date }): Promise<Day> {
  const day = await findOpenDay(db, asked)
  if (!day) throw new AppError('check_in_not_open')
  return day
}

/** @returns whether codes are taken at a moment. */
export function isOpen({ opensAt, closesAt }: Pick<CheckInTable, 'opensAt' | 'closesAt'>, now: Date): boolean {
  const at = now.toISOString()
  return opensAt <= at && at < closesAt
}

/** @returns the frozen version of the activity that a day's check-in is for. */
export function activityOf(db: Db, { activityId, activityVersion }: CheckInTable): Promise<ActivityVersion> {
  return getActivityVersion(db, { activityId, version: activityVersion })
}
