import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { quarterOf } from './submit-evaluation.ts'

/** How many evaluations are first shown together, at the least. */
export const leastShown = 5

/** The period under which leftovers of several quarters are read. */
export const otherQuarters = 'other'

/**
 * Lets evaluations of an activity be read from now on. Those of one quarter become readable when there are five or more
 * that were not; fewer are left over when their quarter ends, and become readable together with those of other quarters.
 * So whatever an office reads, and however often, what is new to it was said by five people or more.
 */
export function releaseEvaluations(db: Db, { activityId, now }: { activityId: string; now: Date }): Promise<void> {
  return inTransaction(db, async (db) => {
    const waiting = await waitingByQuarter(db, activityId)
    const full = waiting.filter(({ count }) => count >= leastShown)
    const left = waiting.filter(({ count, quarter }) => count < leastShown && quarter < quarterOf(now))
    for (const { quarter } of full) await release(db, { activityId, quarters: [quarter], shownAs: quarter })
    const leftOver = left.reduce((sum, { count }) => sum + count, 0)
    if (leftOver < leastShown) return
    await release(db, { activityId, quarters: left.map(({ quarter }) => quarter), shownAs: otherQuarters })
  })
}

async function waitingByQuarter(db: Db, activityId: string): Promise<{ quarter: string; count: number }[]> {
  const rows = await db
    .selectFrom('evaluation')
    .select(({ fn }) => ['quarter', fn.countAll().as('count')])
    .where('activityId', '=', activityId)
    .where('shownAs', 'is', null)
    .groupBy('quarter')
    .execute()
  return rows.map(({ quarter, count }) => ({ quarter, count: Number(count) }))
}

async function release(
  db: Db,
  { activityId, quarters, shownAs }: { activityId: string; quarters: string[]; shownAs: string }
): Promise<void> {
  await db
    .updateTable('evaluation')
    .set({ shownAs })
    .where('activityId', '=', activityId)
    .where('shownAs', 'is', null)
    .where('quarter', 'in', quarters)
    .execute()
}
