import { type Comer, meetLearner } from '#server/people/learners/meet-learner.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'

/**
 * Plans boosters from today on for an account or whoever holds the token; someone with neither becomes a learner. A plan
 * that stands already keeps its first day.
 * @returns the cookie's token, which an account does without; without `isKept` it goes when the browser closes
 */
export function startBoosters(db: Db, comer: Comer): Promise<{ token: string | undefined; isKept: boolean }> {
  return inTransaction(db, async (db) => {
    const { id: learnerId, token, isShared } = await meetLearner(db, comer)
    await db
      .insertInto('boosterPlan')
      .values({ learnerId, startedOn: comer.now.toISOString().slice(0, 10) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return { token, isKept: !isShared }
  })
}
