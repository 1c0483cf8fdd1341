import type { Booster } from '#content/booster-schema.ts'
import { AppError } from '#server/errors.ts'
import { seeLearner } from '#server/people/learners/see-learner.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { findPlan } from './queries.ts'
import { findBooster } from './served.ts'

type Finished = { learnerId: string; boosterId: string; now: Date }

/**
 * Notes that a learner took a booster; the first time stays. For somebody who asked for none nothing is kept.
 * @throws `booster_not_found`
 */
export function finishBooster(
  db: Db,
  boosters: readonly Booster[],
  { learnerId, boosterId, now }: Finished
): Promise<void> {
  if (!findBooster(boosters, boosterId)) throw new AppError('booster_not_found')
  return inTransaction(db, async (db) => {
    if (!(await findPlan(db, { learnerId }))) return
    await seeLearner(db, { learnerId, isShared: false, now })
    await db
      .insertInto('boosterDone')
      .values({ learnerId, boosterId, doneAt: now.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}
