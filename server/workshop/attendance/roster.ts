import { professionIds } from '#content/professions.ts'
import { clockIn } from '#machines/attendance/times.ts'
import { type AttendedWay, attendedIn } from '#server/credit/participations/attended.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { AttendanceIntervalTable, AttendanceTable } from '#server/record/db/schema-workshop.ts'
import { type Day, getDay, type WhichDay } from './day.ts'
import { type Recorder, requireRecorder } from './require-recorder.ts'

/** One line of a roster. Times are HH:MM on the clocks of the place; `attended` is undefined until one has an end. */
export type RosterLine = AttendanceTable & {
  credentials: string
  employeeId: string
  stretches: { id: string; from: string; to: string | null; isEntered: boolean; reason: string | null }[]
  attended: AttendedWay['attended'] | undefined
  isClaimed: boolean
}

/** @returns a day's roster by family name. Throws `workshop_not_found`, `not_allowed`, `check_in_not_open`. */
export async function getRoster(db: Db, asked: Recorder & WhichDay): Promise<{ day: Day; lines: RosterLine[] }> {
  await requireRecorder(db, asked)
  const day = await getDay(db, asked)
  const rows = await linesOf(db, day)
  const intervals = await intervalsOn(db, day)
  const claimed = await claimedOn(db, day)
  const lines = rows.map(({ credentials, employeeId, ...row }) => {
    const own = intervals.filter(({ attendanceId }) => attendanceId === row.id)
    return {
      ...row,
      // The numbers of an account are no part of a roster, but for those by which its office knows it.
      credentials: credentials ?? '',
      employeeId: employeeId ?? '',
      profession: professionIds.find((id) => id === row.profession) ?? null,
      stretches: own.map((interval) => stretchOf(day, interval)),
      attended: attendedIn(day, own)?.attended,
      isClaimed: row.participationId !== null && claimed.has(row.participationId)
    }
  })
  return { day, lines }
}

function linesOf(db: Db, { workshopId, heldOn }: Day) {
  return db
    .selectFrom('attendance')
    .leftJoin('profile', 'profile.userId', 'attendance.userId')
    .selectAll('attendance')
    .select(['profile.credentials', 'profile.employeeId'])
    .where('workshopId', '=', workshopId)
    .where('heldOn', '=', heldOn)
    .orderBy('attendance.familyName')
    .orderBy('attendance.givenName')
    .orderBy('attendance.id')
    .execute()
}

function intervalsOn(db: Db, { workshopId, heldOn }: Day): Promise<AttendanceIntervalTable[]> {
  return db
    .selectFrom('attendanceInterval')
    .innerJoin('attendance', 'attendance.id', 'attendanceInterval.attendanceId')
    .selectAll('attendanceInterval')
    .where('workshopId', '=', workshopId)
    .where('heldOn', '=', heldOn)
    .orderBy('startsAt')
    .orderBy('attendanceInterval.id')
    .execute()
}

async function claimedOn(db: Db, { activityId }: Day): Promise<Set<string>> {
  const rows = await db.selectFrom('claim').select('participationId').where('activityId', '=', activityId).execute()
  return new Set(rows.map(({ participationId }) => participationId))
}

function stretchOf({ timeZone }: Day, { id, startsAt, endsAt, enteredBy, reason }: AttendanceIntervalTable) {
  const from = clockIn(startsAt, timeZone).time
  const to = endsAt === null ? null : clockIn(endsAt, timeZone).time
  return { id, from, to, isEntered: enteredBy !== null, reason }
}
