import { AppError } from '#server/errors.ts'
import { addLearner } from '#server/people/learners/add-learner.ts'
import { meetAccount } from '#server/people/learners/meet-learner.ts'
import { findLearner, findLearnerOf, type Learner } from '#server/people/learners/queries.ts'
import { seeLearner } from '#server/people/learners/see-learner.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { Served } from '../scenarios/served.ts'
import { findOpenAttempt } from './queries.ts'
import { startAttempt } from './start-attempt.ts'

/** What a start form says: go on with the visit under way, or begin one, as who one was or as someone new. */
export type VisitForm =
  | { as: 'continue'; isShared: boolean }
  | { as: 'new' | 'same'; isShared: boolean; role: string; jurisdiction: string }

/** Where to go, and the cookie's token, which an account does without; without `isKept` it goes with the browser. */
export type Visit = { attemptId: string; token: string | undefined; isKept: boolean }

type Begin = {
  userId?: string | undefined
  token: string | undefined
  scenarioId: string
  form: VisitForm
  now: Date
}

/**
 * Begins or continues a visit for an account, else for whoever holds `token`. Someone without a known token, someone new, and someone who
 * says that others use this computer begin under a new one.
 * @throws `attempt_not_found` where there is no visit to continue, and what `startAttempt` throws
 */
export function beginVisit(db: Db, served: Served, { userId, token, scenarioId, form, now }: Begin): Promise<Visit> {
  return inTransaction(db, async (db) => {
    const known = userId ? await findLearnerOf(db, userId) : await findLearner(db, token)
    if (form.as === 'continue') return continueVisit(db, { userId, token, known, scenarioId, form, now })
    const learner = userId ? await meetAccount(db, userId, now) : await whoever(db, { token, known, form, now })
    const { role, jurisdiction } = form
    const attemptId = await startAttempt(db, served, { scenarioId, learnerId: learner.id, role, jurisdiction, now })
    return { attemptId, token: learner.token, isKept: !learner.isShared }
  })
}

type Return = Begin & { known: Learner | undefined }

async function continueVisit(db: Db, { userId, token, known, scenarioId, form, now }: Return): Promise<Visit> {
  const open = known && (await findOpenAttempt(db, { learnerId: known.id, scenarioId }))
  if (!known || !open) throw new AppError('attempt_not_found')
  const isShared = !userId && form.isShared
  await seeLearner(db, { learnerId: known.id, isShared, now })
  return { attemptId: open.id, token: userId ? undefined : token, isKept: !known.isShared && !isShared }
}

async function whoever(db: Db, { token, known, form, now }: Pick<Return, 'token' | 'known' | 'form' | 'now'>) {
  const isSame = known && form.as === 'same' && (known.isShared || !form.isShared)
  if (!isSame || !token) return someoneNew(db, form.isShared, now)
  await seeLearner(db, { learnerId: known.id, isShared: false, now })
  return { ...known, token }
}

async function someoneNew(db: Db, isShared: boolean, now: Date) {
  return { ...(await addLearner(db, { isShared, now })), isShared }
}
