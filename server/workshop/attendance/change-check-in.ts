import { minuteIn, minuteOf, momentOf } from '#machines/attendance/times.ts'
import { AppError } from '#server/errors.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { type Day, getDay, isOpen, type WhichDay } from './day.ts'
import { type Recorder, requireRecorder } from './require-recorder.ts'
import { settleWays } from './settle-ways.ts'

type Changing = Recorder & WhichDay & { now: Date }

/** Lets the end code be shown and taken. Throws `workshop_not_found`, `check_in_not_open`. */
export function showEndCode(db: Db, changing: Changing): Promise<void> {
  return inTransaction(db, async (db) => {
    const day = await openDayOf(db, changing)
    if (day.endOpensAt !== null) return
    await store(db, changing, { endOpensAt: floor(changing.now) })
    await note(db, day, { ...changing, act: 'checkIn.endShown' })
  })
}

/** Takes no code any more. Throws `workshop_not_found`, `check_in_not_open`. */
export function closeCheckIn(db: Db, changing: Changing): Promise<void> {
  return inTransaction(db, async (db) => {
    const day = await openDayOf(db, changing)
    await store(db, changing, { closesAt: floor(changing.now) })
    await note(db, day, { ...changing, act: 'checkIn.closed' })
  })
}

/**
 * Corrects when the day began, as where it began late: everybody's minutes are counted from then, but those that credit
 * was claimed for. The end by the plan moves with it.
 * @throws `workshop_not_found`, `check_in_not_open`, `reason_missing`
 */
export function moveBeginning(db: Db, changing: Changing & { beginsAt: string; reason: string }): Promise<void> {
  return inTransaction(db, async (db) => {
    await requireRecorder(db, changing)
    const day = await getDay(db, changing)
    if (changing.reason.trim() === '') throw new AppError('reason_missing')
    const beginsAt = momentOf(minuteIn(day.heldOn, changing.beginsAt, day.timeZone))
    const moved = minuteOf(beginsAt) - minuteOf(day.beginsAt)
    const isOver = !isOpen(day, changing.now)
    const closesAt = isOver ? day.closesAt : momentOf(minuteOf(day.closesAt) + moved)
    await store(db, changing, { beginsAt, closesAt })
    await settleWays(db, day)
    await note(db, day, { ...changing, act: 'checkIn.moved', details: { before: day.beginsAt, after: beginsAt } })
  })
}

async function openDayOf(db: Db, changing: Changing): Promise<Day> {
  await requireRecorder(db, changing)
  const day = await getDay(db, changing)
  if (!isOpen(day, changing.now)) throw new AppError('check_in_not_open')
  return day
}

async function store(
  db: Db,
  { workshopId, heldOn }: WhichDay,
  change: Partial<Pick<Day, 'endOpensAt' | 'closesAt' | 'beginsAt'>>
): Promise<void> {
  await db
    .updateTable('checkIn')
    .set(change)
    .where('workshopId', '=', workshopId)
    .where('heldOn', '=', heldOn)
    .execute()
}

type Noted = Changing & { act: string; reason?: string; details?: Record<string, string> }

function note(db: Db, { organizationId, workshopId, heldOn }: Day, noted: Noted): Promise<void> {
  const { actor, act, reason, details, now } = noted
  return appendAudit(db, {
    organizationId,
    actorId: actor.userId,
    act,
    subject: { kind: 'workshop', id: workshopId },
    ...(reason !== undefined && { reason }),
    details: { heldOn, ...details },
    now
  })
}

function floor(now: Date): string {
  return momentOf(minuteOf(now.toISOString()))
}
