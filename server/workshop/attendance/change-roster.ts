import type { ProfessionId } from '#content/professions.ts'
import { minuteIn, momentOf } from '#machines/attendance/times.ts'
import { intervalsOf } from '#server/credit/participations/attended.ts'
import { AppError } from '#server/errors.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { AttendanceTable } from '#server/record/db/schema-workshop.ts'
import { type Day, getDay, type WhichDay } from './day.ts'
import { addInterval, addressOf, addToRoster } from './find-attendance.ts'
import { type Recorder, requireRecorder } from './require-recorder.ts'
import { settleWays } from './settle-ways.ts'

type Changing = Recorder & WhichDay & { reason: string; now: Date }

/** HH:MM on the clocks of the place. */
export type Times = { from: string; to: string }

/** Somebody whom another puts on the roster; `hasRead`: the front matter was handed to them before it began. */
export type Entered = Times & {
  givenName: string
  familyName: string
  email: string | null
  profession: ProfessionId | null
  hasRead: boolean
}

/**
 * Puts somebody on a day's roster by hand. Who is on it already gets these times besides.
 * @throws `workshop_not_found`, `not_allowed`, `check_in_not_open`, `reason_missing`, `times_reversed`
 */
export function addByHand(db: Db, { entered, ...changing }: Changing & { entered: Entered }): Promise<void> {
  return inTransaction(db, async (db) => {
    const day = await dayFor(db, changing)
    const line = await enter(db, day, { entered, changing, source: 'walk-in' })
    await note(db, day, line, { ...changing, act: 'attendance.added', details: timesOf(entered) })
  })
}

/**
 * Sets the times that somebody was there, in place of all that was recorded of them before, as where they left early or
 * could not enter the end code.
 * @throws as above, `attendance_not_found`, `attendance_settled` where a claim rests on them
 */
export function setTimes(db: Db, changing: Changing & Times & { attendanceId: string }): Promise<void> {
  return inTransaction(db, async (db) => {
    const day = await dayFor(db, changing)
    const line = await lineFor(db, day, changing.attendanceId)
    const stretch = stretchOf(day, changing)
    const before = (await intervalsOf(db, line)).map(({ startsAt, endsAt }) => `${startsAt}/${endsAt ?? ''}`)
    await db.deleteFrom('attendanceInterval').where('attendanceId', '=', line.id).execute()
    await addInterval(db, line, { ...stretch, enteredBy: changing.actor.userId, reason: changing.reason })
    await settleWays(db, day)
    const details = { before: before.join(' '), ...timesOf(changing) }
    await note(db, day, line, { ...changing, act: 'attendance.changed', details })
  })
}

/** Takes somebody off the roster. Throws as above. */
export function removeFromRoster(db: Db, changing: Changing & { attendanceId: string }): Promise<void> {
  return inTransaction(db, async (db) => {
    const day = await dayFor(db, changing)
    const line = await lineFor(db, day, changing.attendanceId)
    if (line.participationId !== null) throw new AppError('attendance_settled')
    await db.deleteFrom('attendance').where('id', '=', line.id).execute()
    await note(db, day, line, { ...changing, act: 'attendance.removed' })
  })
}

/** Takes the lines of a paper sheet. Throws as above. @returns how many lines were taken */
export function takeSheet(db: Db, { lines, ...changing }: Changing & { lines: readonly Entered[] }): Promise<number> {
  return inTransaction(db, async (db) => {
    const day = await dayFor(db, changing)
    for (const entered of lines) await enter(db, day, { entered, changing, source: 'paper' })
    const { organizationId, workshopId, heldOn } = day
    await appendAudit(db, {
      organizationId,
      actorId: changing.actor.userId,
      act: 'attendance.imported',
      subject: { kind: 'workshop', id: workshopId },
      reason: changing.reason,
      details: { heldOn, lines: lines.length },
      now: changing.now
    })
    return lines.length
  })
}

async function dayFor(db: Db, changing: Changing): Promise<Day> {
  await requireRecorder(db, changing)
  if (changing.reason.trim() === '') throw new AppError('reason_missing')
  return getDay(db, changing)
}

type Entering = { entered: Entered; changing: Changing; source: AttendanceTable['source'] }

async function enter(db: Db, day: Day, { entered, changing, source }: Entering): Promise<AttendanceTable> {
  const { from, to, hasRead, ...said } = entered
  const stretch = stretchOf(day, { from, to })
  const named = { ...said, userId: null, email: said.email === null ? null : addressOf(said.email) }
  const line = await addToRoster(db, day, { ...named, source, now: changing.now })
  if (await isClaimed(db, line)) throw new AppError('attendance_settled')
  await addInterval(db, line, { ...stretch, enteredBy: changing.actor.userId, reason: changing.reason })
  await settleWays(db, day)
  if (hasRead && line.acknowledgedAt === null)
    await db.updateTable('attendance').set({ acknowledgedAt: stretch.startsAt }).where('id', '=', line.id).execute()
  return line
}

async function lineFor(db: Db, { workshopId, heldOn }: Day, attendanceId: string): Promise<AttendanceTable> {
  const line = await db
    .selectFrom('attendance')
    .selectAll()
    .where('id', '=', attendanceId)
    .where('workshopId', '=', workshopId)
    .where('heldOn', '=', heldOn)
    .executeTakeFirst()
  if (!line) throw new AppError('attendance_not_found')
  if (await isClaimed(db, line)) throw new AppError('attendance_settled')
  return line
}

// What a claim's first event says of somebody's minutes must go on to be so.
async function isClaimed(db: Db, { participationId }: AttendanceTable): Promise<boolean> {
  if (participationId === null) return false
  const claim = await db
    .selectFrom('claim')
    .select('id')
    .where('participationId', '=', participationId)
    .executeTakeFirst()
  return claim !== undefined
}

function stretchOf({ heldOn, timeZone }: Day, { from, to }: Times): { startsAt: string; endsAt: string } {
  const [startsAt, endsAt] = [from, to].map((time) => minuteIn(heldOn, time, timeZone))
  if (startsAt === undefined || endsAt === undefined || endsAt <= startsAt) throw new AppError('times_reversed')
  return { startsAt: momentOf(startsAt), endsAt: momentOf(endsAt) }
}

function timesOf({ from, to }: Times): Times {
  return { from, to }
}

type Noted = Changing & { act: string; details?: Record<string, string> }

function note(db: Db, { organizationId, heldOn }: Day, { id }: AttendanceTable, noted: Noted): Promise<void> {
  const { actor, act, reason, details, now } = noted
  const subject = { kind: 'attendance', id }
  return appendAudit(db, {
    organizationId,
    actorId: actor.userId,
    act,
    subject,
    reason,
    details: { heldOn, ...details },
    now
  })
}
