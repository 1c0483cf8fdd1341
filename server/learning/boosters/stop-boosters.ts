import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'

/** Ends a learner's plan and forgets which boosters they took. */
export function stopBoosters(db: Db, { learnerId }: { learnerId: string }): Promise<void> {
  return inTransaction(db, async (db) => {
    await db.deleteFrom('boosterDone').where('learnerId', '=', learnerId).execute()
    await db.deleteFrom('boosterPlan').where('learnerId', '=', learnerId).execute()
  })
}
