import type { Db } from '#server/record/db/schema.ts'
import { addLearner } from './add-learner.ts'
import { learnerOf } from './learner-of.ts'
import { findLearner, type Learner } from './queries.ts'
import { seeLearner } from './see-learner.ts'

/**
 * Who comes: signed in with an account, with a cookie's token, or with neither. `isShared` is what someone new says of
 * their computer.
 */
export type Comer = { userId?: string | undefined; token: string | undefined; isShared: boolean; now: Date }

/**
 * Notes that someone came; without an account and a known token they become a learner.
 * @returns them with the token for their cookie, which an account does without
 */
export async function meetLearner(
  db: Db,
  { userId, token, isShared, now }: Comer
): Promise<Learner & { token: string | undefined }> {
  if (userId) return meetAccount(db, userId, now)
  const known = await findLearner(db, token)
  if (!known || !token) return { ...(await addLearner(db, { isShared, now })), isShared }
  await seeLearner(db, { learnerId: known.id, isShared: false, now })
  return { ...known, token }
}

/** Notes that someone came with their account. */
export async function meetAccount(db: Db, userId: string, now: Date): Promise<Learner & { token: undefined }> {
  const { id } = await learnerOf(db, userId, now)
  await seeLearner(db, { learnerId: id, isShared: false, now })
  return { id, isShared: false, token: undefined }
}
