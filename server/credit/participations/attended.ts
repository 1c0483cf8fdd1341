import { z } from 'zod'
import { arrivalAt, countedMinutes, departureAt, plannedMinutes } from '#machines/attendance/minutes.ts'
import { minuteOf, momentOf } from '#machines/attendance/times.ts'
import type { Attended } from '#machines/claim/events.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { AttendanceIntervalTable, AttendanceTable, CheckInTable } from '#server/record/db/schema-workshop.ts'

/** Presence on a way to credit; `until` is when somebody left, in ISO-8601. */
export type AttendedWay = { attended: Attended; until: string }

const blocksSchema = z.array(z.strictObject({ minutes: z.int().min(1), isCreditTime: z.boolean() }))

/** @returns the presence that a way to credit through a live activity was begun with, if it was. */
export async function findAttended(db: Db, participationId: string): Promise<AttendedWay | undefined> {
  const row = await db
    .selectFrom('attendance')
    .innerJoin('checkIn', (join) =>
      join.onRef('checkIn.workshopId', '=', 'attendance.workshopId').onRef('checkIn.heldOn', '=', 'attendance.heldOn')
    )
    .selectAll('checkIn')
    .select('attendance.id')
    .where('attendance.participationId', '=', participationId)
    .executeTakeFirst()
  return row && attendedIn(row, await intervalsOf(db, row))
}

/**
 * @returns what stretches of presence on a day come to, or undefined where none of them has an end. Codes are entered
 * while people sign in and out; what somebody wrote down stands as they wrote it.
 */
export function attendedIn(
  checkIn: CheckInTable,
  intervals: readonly Pick<AttendanceIntervalTable, 'startsAt' | 'endsAt' | 'enteredBy'>[]
): AttendedWay | undefined {
  const session = sessionOf(checkIn)
  const whole = intervals.flatMap(({ startsAt, endsAt, enteredBy }) => {
    if (endsAt === null) return []
    const [from, to] = [minuteOf(startsAt), minuteOf(endsAt)]
    return enteredBy === null ? { from: arrivalAt(session, from), to: departureAt(session, to) } : { from, to }
  })
  if (whole.length === 0) return undefined
  const { workshopId: workshop, heldOn: on, place } = checkIn
  const minutes = countedMinutes(session, whole)
  const until = momentOf(Math.max(...whole.map(({ to }) => to)))
  return { attended: { workshop, on, place, minutes, of: plannedMinutes(session) }, until }
}

/** @returns the plan that a day's minutes are counted by. */
export function sessionOf({ beginsAt, blocks, signingMinutes }: CheckInTable) {
  return { beginsAt: minuteOf(beginsAt), blocks: blocksSchema.parse(JSON.parse(blocks)), signingMinutes }
}

/** @returns the stretches of somebody's presence, the earliest first. */
export function intervalsOf(db: Db, { id }: Pick<AttendanceTable, 'id'>): Promise<AttendanceIntervalTable[]> {
  return db
    .selectFrom('attendanceInterval')
    .selectAll()
    .where('attendanceId', '=', id)
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
}
