import { isBeforeStart } from '#content/workshop-minutes.ts'
import { agendaSchema } from '#content/workshop-schema.ts'
import { endOf } from '#machines/attendance/minutes.ts'
import { minuteIn, minuteOf, momentOf } from '#machines/attendance/times.ts'
import { isTimeZone } from '#machines/claim/days.ts'
import { getOpenVersion } from '#server/credit/activities/queries.ts'
import { sessionOf } from '#server/credit/participations/attended.ts'
import { beginFault } from '#server/credit/participations/begin.ts'
import { type Teaching, teachingHere } from '#server/credit/participations/teaching.ts'
import { AppError } from '#server/errors.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { CheckInTable } from '#server/record/db/schema-workshop.ts'
import { newToken } from '#server/record/ids.ts'
import { type OwnedWorkshop, type Recorder, requireRecorder } from './require-recorder.ts'

/** For how long after the planned end codes are taken, in minutes, unless the door is closed before. */
const minutesAfter = 60

/** What a form says of a day: when it begins there, where it is held, and how long credit can be taken after it. */
export type Opening = Recorder & {
  heldOn: string
  /** HH:MM on the clocks of `timeZone`. */
  beginsAt: string
  timeZone: string
  place: string
  signingMinutes: number
  claimDays: number
  now: Date
  teaching?: Teaching
}

/**
 * Opens the check-in of a workshop on a day, for the version of its live activity that is open now, with its agenda as
 * it stands now. For a day that is over it takes a paper sheet only.
 * @throws `workshop_not_found`, `activity_not_live`, what keeps the activity from being begun, `check_in_open_already`,
 *   `invalid_input` for a time zone nobody has
 */
export function openCheckIn(db: Db, opening: Opening): Promise<void> {
  const { actor, workshopId, heldOn, now, teaching = teachingHere() } = opening
  return inTransaction(db, async (db) => {
    const workshop = await requireRecorder(db, opening)
    if (!isTimeZone(opening.timeZone)) throw new AppError('invalid_input')
    const activity = await activityFor(db, workshop, { heldOn, teaching })
    const day = dayOf(workshop, opening)
    await requireNoneOpen(db, { workshopId, now })
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('checkIn')
      .values({ ...day, activityId: activity.activityId, activityVersion: activity.version })
      .onConflict((conflict) => conflict.columns(['workshopId', 'heldOn']).doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) throw new AppError('check_in_open_already')
    const { organizationId } = workshop
    const subject = { kind: 'workshop', id: workshopId }
    const details = { heldOn, beginsAt: day.beginsAt, activityVersion: activity.version }
    await appendAudit(db, { organizationId, actorId: actor.userId, act: 'checkIn.opened', subject, details, now })
  })
}

async function activityFor(
  db: Db,
  { activityId }: OwnedWorkshop,
  { heldOn, teaching }: { heldOn: string; teaching: Teaching }
) {
  if (activityId === null) throw new AppError('activity_not_live')
  const version = await getOpenVersion(db, activityId)
  if (version.draft.format !== 'live') throw new AppError('activity_not_live')
  const fault = beginFault(version, { closedAt: null, today: heldOn, profession: 'other', teaching })
  if (fault) throw new AppError(fault)
  return version
}

function dayOf(
  { id: workshopId, agenda }: OwnedWorkshop,
  { heldOn, beginsAt, timeZone, place, signingMinutes, claimDays, now }: Opening
): Omit<CheckInTable, 'activityId' | 'activityVersion'> {
  const { items } = agendaSchema.parse(JSON.parse(agenda))
  // Arriving comes before the time that was announced, and no minute of it counts.
  const blocks = items
    .filter((item) => !isBeforeStart(item))
    .map(({ minutes, isCreditTime }) => ({ minutes, isCreditTime }))
  const day = {
    workshopId,
    heldOn,
    secret: newToken(),
    timeZone,
    place,
    blocks: JSON.stringify(blocks),
    signingMinutes,
    claimDays,
    beginsAt: momentOf(minuteIn(heldOn, beginsAt, timeZone)),
    opensAt: momentOf(minuteOf(now.toISOString())),
    endOpensAt: null
  }
  const session = { beginsAt: minuteOf(day.beginsAt), blocks, signingMinutes }
  return { ...day, closesAt: momentOf(endOf(session) + minutesAfter) }
}

async function requireNoneOpen(db: Db, { workshopId, now }: { workshopId: string; now: Date }): Promise<void> {
  const open = await db
    .selectFrom('checkIn')
    .select('heldOn')
    .where('workshopId', '=', workshopId)
    .where('closesAt', '>', now.toISOString())
    .executeTakeFirst()
  if (open) throw new AppError('check_in_open_already')
}

/** @returns when a day ends by its plan, in ISO-8601. */
export function plannedEnd(day: CheckInTable): string {
  return momentOf(endOf(sessionOf(day)))
}
