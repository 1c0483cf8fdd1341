import { cookies } from 'next/headers'
import { record } from '#server/record/db/client.ts'
import { learnerCookie } from './cookie.ts'
import { findLearner, type Learner } from './queries.ts'

/** @returns the learner a page is asked by, or undefined where their cookie is absent or forgotten. Pages only. */
export async function currentLearner(): Promise<Learner | undefined> {
  const token = (await cookies()).get(learnerCookie)?.value
  return findLearner(record(), token)
}
