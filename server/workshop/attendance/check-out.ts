import { minuteOf, momentOf } from '#machines/attendance/times.ts'
import { intervalsOf } from '#server/credit/participations/attended.ts'
import { AppError } from '#server/errors.ts'
import type { Person } from '#server/people/auth/person.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getOpenDay } from './day.ts'
import { isCode } from './door-codes.ts'
import type { TypedCode } from './enter-code.ts'
import { addressOf, findAttendance } from './find-attendance.ts'
import { noteMiss, requireFewMisses } from './limit-misses.ts'

/** Who leaves: somebody signed in, or whoever checked in with an address. */
export type CheckingOut = TypedCode & { person: Person | null; email: string | undefined }

/**
 * Takes the end code and writes down until when somebody was there. A second time changes nothing.
 * @throws `workshop_not_found`, `check_in_not_open`, `end_code_not_shown`, `check_in_code_wrong`, `too_many_tries`,
 *   `attendance_not_found`
 */
export async function checkOut(db: Db, given: CheckingOut): Promise<void> {
  const { workshopId, typed, typist, now } = given
  const day = await getOpenDay(db, { workshopId, now })
  if (day.endOpensAt === null) throw new AppError('end_code_not_shown')
  await requireFewMisses(db, typist, now)
  if (!isCode(day, { kind: 'end', typed, now })) {
    await noteMiss(db, typist, now)
    throw new AppError('check_in_code_wrong')
  }
  await inTransaction(db, async (db) => {
    const { person, email } = given
    const address = person ? addressOf(person.email) : addressOf(email ?? '')
    const line = await findAttendance(db, day, { userId: person?.userId ?? null, email: address })
    if (!line) throw new AppError('attendance_not_found')
    const open = (await intervalsOf(db, line)).filter(({ endsAt }) => endsAt === null)
    const end = momentOf(minuteOf(now.toISOString()))
    for (const { id } of open)
      await db
        .updateTable('attendanceInterval')
        .set({ endsAt: end })
        .where('id', '=', id)
        .where('endsAt', 'is', null)
        .execute()
  })
}
