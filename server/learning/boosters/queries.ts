import type { Db } from '#server/record/db/schema.ts'

/** That somebody asked for boosters, from a day on (YYYY-MM-DD), and the ids of those they took. */
export type BoosterPlan = { startedOn: string; done: ReadonlySet<string> }

/** @returns the plan of a learner who asked for boosters, or undefined. */
export async function findPlan(db: Db, { learnerId }: { learnerId: string }): Promise<BoosterPlan | undefined> {
  const plan = await db
    .selectFrom('boosterPlan')
    .select('startedOn')
    .where('learnerId', '=', learnerId)
    .executeTakeFirst()
  if (!plan) return undefined
  const done = await db.selectFrom('boosterDone').select('boosterId').where('learnerId', '=', learnerId).execute()
  return { startedOn: plan.startedOn, done: new Set(done.map(({ boosterId }) => boosterId)) }
}
