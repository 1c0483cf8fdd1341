import type { Db } from '#server/record/db/schema.ts'
import { addLearner } from './add-learner.ts'
import { findLearner, type Learner } from './queries.ts'
import { seeLearner } from './see-learner.ts'

/** Who comes with a cookie's token, or without one. `isShared` is what someone new says of their computer. */
export type Comer = { token: string | undefined; isShared: boolean; now: Date }

/**
 * Notes that someone came; without a known token they become a learner.
 * @returns them with the token for their cookie
 */
export async function meetLearner(db: Db, { token, isShared, now }: Comer): Promise<Learner & { token: string }> {
  const known = await findLearner(db, token)
  if (!known || !token) return { ...(await addLearner(db, { isShared, now })), isShared }
  await seeLearner(db, { learnerId: known.id, isShared: false, now })
  return { ...known, token }
}
