import { cookies } from 'next/headers'
import { record } from '#server/record/db/client.ts'
import { currentPerson } from '../auth/session.ts'
import { learnerCookie } from './cookie.ts'
import { findLearner, findLearnerOf, type Learner } from './queries.ts'

/**
 * @returns the learner a page is asked by: that of the account, where somebody is signed in, else that of the cookie.
 * Undefined where nothing was done yet, or the cookie is absent or forgotten. Pages only.
 */
export async function currentLearner(): Promise<Learner | undefined> {
  const person = await currentPerson()
  if (person) return findLearnerOf(record(), person.userId)
  const token = (await cookies()).get(learnerCookie)?.value
  return findLearner(record(), token)
}

/** @returns whether a page is asked by somebody signed in, who needs no cookie to be found again. Pages only. */
export async function hasAccount(): Promise<boolean> {
  return (await currentPerson()) !== undefined
}
