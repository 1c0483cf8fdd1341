import { clockIn } from '#machines/attendance/times.ts'
import { daysAfter } from '#machines/claim/days.ts'
import { type AttendedWay, attendedIn, intervalsOf } from '#server/credit/participations/attended.ts'
import { roleOf, type Teaching, teachingHere } from '#server/credit/participations/teaching.ts'
import { AppError } from '#server/errors.ts'
import { enroll } from '#server/learning/courses/enroll.ts'
import type { Person } from '#server/people/auth/person.ts'
import { meetAccount } from '#server/people/learners/meet-learner.ts'
import { findProfile } from '#server/people/profiles/queries.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { AttendanceTable } from '#server/record/db/schema-workshop.ts'
import { newId } from '#server/record/ids.ts'
import { activityOf, type Day, getDay, type WhichDay } from './day.ts'
import { addressOf } from './find-attendance.ts'

/** Whose credit, for which day. */
export type TakingCredit = WhichDay & { person: Person; now: Date; teaching?: Teaching }

/**
 * Begins somebody's way to credit with their presence on a day: their own line of the roster, or one that their
 * confirmed address names, which becomes theirs. They become a learner of the organization that held it. Asked again,
 * nothing changes.
 * @returns the activity in which the credit is claimed
 * @throws `workshop_not_found`, `check_in_not_open`, `attendance_not_found`, `attendance_window_over`,
 *   `front_matter_unread`, `attendance_unfinished`, `attendance_too_short` where no minute counts, `already_claimed`
 */
export function takeCredit(db: Db, taking: TakingCredit): Promise<string> {
  const { person, now } = taking
  return inTransaction(db, async (db) => {
    const day = await getDay(db, taking)
    const line = await takeLine(db, day, person)
    if (line.participationId !== null) return day.activityId
    if (isOver(day, now)) throw new AppError('attendance_window_over')
    const { acknowledgedAt } = line
    if (acknowledgedAt === null) throw new AppError('front_matter_unread')
    const attended = attendedIn(day, await intervalsOf(db, line))
    if (!attended) throw new AppError('attendance_unfinished')
    if (attended.attended.minutes === 0) throw new AppError('attendance_too_short')
    await join(db, day, taking)
    await beginWay(db, { day, line: { ...line, acknowledgedAt }, attended, taking })
    return day.activityId
  })
}

/** @returns the last day on which credit for a day can be taken. */
export function lastDayToTake({ heldOn, claimDays }: Pick<Day, 'heldOn' | 'claimDays'>): string {
  return daysAfter(heldOn, claimDays)
}

/** @returns whether a line of the roster is somebody's: by their account, or by an address they have confirmed. */
export async function listOwnLines(
  db: Db,
  { workshopId, heldOn }: WhichDay,
  person: Person
): Promise<AttendanceTable[]> {
  const account = await db.selectFrom('user').select('emailVerified').where('id', '=', person.userId).executeTakeFirst()
  const address = account?.emailVerified === 1 ? addressOf(person.email) : ''
  const rows = await db
    .selectFrom('attendance')
    .selectAll()
    .where('workshopId', '=', workshopId)
    .where('heldOn', '=', heldOn)
    .where(({ or, and, eb }) =>
      or([eb('userId', '=', person.userId), and([eb('userId', 'is', null), eb('email', '=', address)])])
    )
    .execute()
  return rows.toSorted((one, other) => Number(other.userId !== null) - Number(one.userId !== null))
}

function isOver(day: Day, now: Date): boolean {
  return clockIn(now.toISOString(), day.timeZone).day > lastDayToTake(day)
}

// Of two lines of one person the times of both stand on the one that stays, and count once.
async function takeLine(db: Db, day: Day, person: Person): Promise<AttendanceTable> {
  const [line, ...others] = await listOwnLines(db, day, person)
  if (!line) throw new AppError('attendance_not_found')
  for (const other of others) {
    await db
      .updateTable('attendanceInterval')
      .set({ attendanceId: line.id })
      .where('attendanceId', '=', other.id)
      .execute()
    await db.deleteFrom('attendance').where('id', '=', other.id).execute()
  }
  const acknowledged = [line, ...others].flatMap(({ acknowledgedAt }) => acknowledgedAt ?? []).sort()
  const change = { userId: person.userId, acknowledgedAt: acknowledged[0] ?? null }
  await db.updateTable('attendance').set(change).where('id', '=', line.id).execute()
  return { ...line, ...change }
}

async function join(db: Db, { organizationId }: Day, { person, workshopId, now }: TakingCredit): Promise<void> {
  const { userId } = person
  const known = await db
    .selectFrom('membership')
    .select('id')
    .where('userId', '=', userId)
    .where('organizationId', '=', organizationId)
    .limit(1)
    .executeTakeFirst()
  if (known) return
  const row = { id: newId(), userId, organizationId, departmentId: null, role: 'learner' as const }
  await db
    .insertInto('membership')
    .values({ ...row, createdAt: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['userId', 'organizationId', 'role']).doNothing())
    .execute()
  const details = { roles: 'learner', workshopId }
  const subject = { kind: 'user', id: userId }
  await appendAudit(db, { organizationId, actorId: userId, act: 'membership.added', subject, details, now })
}

type Beginning = {
  day: Day
  line: AttendanceTable & { acknowledgedAt: string }
  attended: AttendedWay
  taking: TakingCredit
}

async function beginWay(db: Db, { day, line, attended, taking }: Beginning): Promise<void> {
  const { person, now, teaching = teachingHere() } = taking
  const { userId } = person
  const { organizationId, activityId, activityVersion, timeZone } = day
  const version = await activityOf(db, day)
  const profession = (await findProfile(db, userId))?.profession ?? line.profession ?? 'other'
  const learner = await meetAccount(db, userId, now)
  const comer = { userId, token: undefined, isShared: false, now }
  await enroll(db, teaching.courses, { ...comer, courseId: version.course.id, role: roleOf({ profession }) })
  const { acknowledgedAt } = line
  const begun = {
    learnerId: learner.id,
    profession,
    timeZone,
    shownAt: acknowledgedAt,
    acknowledgedAt,
    finishedAt: attended.until,
    minutesMeasured: attended.attended.minutes
  }
  const way = { userId, organizationId, activityId, activityVersion }
  const none = { passedTestId: null, scoreHundredths: null, testAttempts: 0, minutesReported: null, isEvaluated: 0 }
  const { id } = await db
    .insertInto('participation')
    .values({ id: newId(), ...way, ...begun, ...none })
    .onConflict((conflict) => conflict.columns(['userId', 'activityId', 'activityVersion']).doUpdateSet(begun))
    .returning('id')
    .executeTakeFirstOrThrow()
  await moveWay(db, { participationId: id, attendanceId: line.id })
}

// Somebody came to two days of one activity: the credit rests on the one they take it for, until they claim.
async function moveWay(
  db: Db,
  { participationId, attendanceId }: { participationId: string; attendanceId: string }
): Promise<void> {
  const claim = await db
    .selectFrom('claim')
    .select('id')
    .where('participationId', '=', participationId)
    .executeTakeFirst()
  if (claim) throw new AppError('already_claimed')
  await db
    .updateTable('attendance')
    .set({ participationId: null })
    .where('participationId', '=', participationId)
    .execute()
  await db.updateTable('attendance').set({ participationId }).where('id', '=', attendanceId).execute()
}
