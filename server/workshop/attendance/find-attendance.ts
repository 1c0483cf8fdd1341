import { minuteOf, momentOf } from '#machines/attendance/times.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { AttendanceTable } from '#server/record/db/schema-workshop.ts'
import { newId } from '#server/record/ids.ts'
import type { WhichDay } from './day.ts'

/** Somebody as a roster names them; an address is in lower case. */
export type Named = Pick<AttendanceTable, 'userId' | 'givenName' | 'familyName' | 'email' | 'profession'>

/** @returns a line of a day's roster by account, or else by an address that is nobody else's. */
export async function findAttendance(
  db: Db,
  { workshopId, heldOn }: WhichDay,
  { userId, email }: Pick<Named, 'userId' | 'email'>
): Promise<AttendanceTable | undefined> {
  const rows = await db
    .selectFrom('attendance')
    .selectAll()
    .where('workshopId', '=', workshopId)
    .where('heldOn', '=', heldOn)
    .where(({ or, eb }) => or([eb('userId', '=', userId ?? ''), eb('email', '=', email ?? '')]))
    .execute()
  const own = rows.find((row) => userId !== null && row.userId === userId)
  return own ?? rows.find((row) => row.email === email && (row.userId === null || userId === null))
}

/**
 * Puts somebody on a day's roster, or finds them there. Two at once, as by a double click, make one line.
 * @returns their line
 */
export async function addToRoster(
  db: Db,
  { workshopId, heldOn }: WhichDay,
  { now, source, ...named }: Named & { now: Date; source: AttendanceTable['source'] }
): Promise<AttendanceTable> {
  const known = await findAttendance(db, { workshopId, heldOn }, named)
  if (known) return known
  const row = {
    ...named,
    id: newId(),
    workshopId,
    heldOn,
    source,
    acknowledgedAt: null,
    participationId: null,
    createdAt: momentOf(minuteOf(now.toISOString()))
  }
  const added = await db
    .insertInto('attendance')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  return added ?? (await findAttendance(db, { workshopId, heldOn }, named)) ?? row
}

/** Writes down from when, and where it is known until when, somebody was there. */
export async function addInterval(
  db: Db,
  { id: attendanceId }: Pick<AttendanceTable, 'id'>,
  stretch: { startsAt: string; endsAt: string | null; enteredBy: string | null; reason: string | null }
): Promise<void> {
  await db
    .insertInto('attendanceInterval')
    .values({ id: newId(), attendanceId, ...stretch })
    .execute()
}

/** @returns an address as it is compared. */
export function addressOf(email: string): string {
  return email.trim().toLowerCase()
}
