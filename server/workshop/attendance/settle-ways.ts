import { attendedIn, intervalsOf } from '#server/credit/participations/attended.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getDay, type WhichDay } from './day.ts'

/**
 * Writes what a day's lines come to now to the ways to credit that were begun with them, where nothing is claimed on
 * these yet. Call it in the transaction that changed the lines.
 */
export async function settleWays(db: Db, which: WhichDay): Promise<void> {
  const day = await getDay(db, which)
  const rows = await db
    .selectFrom('attendance')
    .select(['id', 'participationId'])
    .where('workshopId', '=', which.workshopId)
    .where('heldOn', '=', which.heldOn)
    .where('participationId', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('claim').select('id').whereRef('claim.participationId', '=', 'attendance.participationId')))
    )
    .execute()
  for (const { id, participationId } of rows) {
    const attended = attendedIn(day, await intervalsOf(db, { id }))
    if (!attended || participationId === null) continue
    await db
      .updateTable('participation')
      .set({ minutesMeasured: attended.attended.minutes, finishedAt: attended.until })
      .where('id', '=', participationId)
      .execute()
  }
}
