import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { noteForgotten, yearsBefore, yearsOfAnswers } from '#server/record/keeping.ts'

/**
 * Forgets who came two years after the day, where no way to credit rests on it; one that does goes with the proof of
 * that credit, and its line here two years after the day at the earliest. Days without a line are forgotten with them.
 * @returns how many lines were forgotten
 */
export function forgetOldAttendance(db: Db, { now }: { now: Date }): Promise<{ attendances: number }> {
  return inTransaction(db, async (db) => {
    const day = yearsBefore(now, yearsOfAnswers).toISOString().slice(0, 10)
    const gone = await db
      .deleteFrom('attendance')
      .where('heldOn', '<=', day)
      .where('participationId', 'is', null)
      .executeTakeFirstOrThrow()
    await db
      .deleteFrom('checkIn')
      .where('heldOn', '<=', day)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('attendance')
              .select('id')
              .whereRef('attendance.workshopId', '=', 'checkIn.workshopId')
              .whereRef('attendance.heldOn', '=', 'checkIn.heldOn')
          )
        )
      )
      .execute()
    const counts = { attendances: Number(gone.numDeletedRows) }
    await noteForgotten(db, { what: 'attendance', counts, now })
    return counts
  })
}
