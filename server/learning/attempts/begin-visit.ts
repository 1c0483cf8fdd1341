import { AppError } from '#server/errors.ts'
import { addLearner } from '#server/people/learners/add-learner.ts'
import { findLearner, type Learner } from '#server/people/learners/queries.ts'
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

/** Where to go, and the cookie's token; without `isKept` it goes when the browser closes. */
export type Visit = { attemptId: string; token: string; isKept: boolean }

/**
 * Begins or continues a visit for whoever holds `token`. Someone without a known token, someone new, and someone who
 * says that others use this computer begin under a new one.
 * @throws `attempt_not_found` where there is no visit to continue, and what `startAttempt` throws
 */
export function beginVisit(
  db: Db,
  served: Served,
  { token, scenarioId, form, now }: { token: string | undefined; scenarioId: string; form: VisitForm; now: Date }
): Promise<Visit> {
  return inTransaction(db, async (db) => {
    const known = await findLearner(db, token)
    if (form.as === 'continue') return continueVisit(db, { token, known, scenarioId, isShared: form.isShared, now })
    const isSame = known && form.as === 'same' && (known.isShared || !form.isShared)
    const learner = isSame && token ? { ...known, token } : await someoneNew(db, form.isShared, now)
    if (isSame) await seeLearner(db, { learnerId: learner.id, isShared: false, now })
    const { role, jurisdiction } = form
    const attemptId = await startAttempt(db, served, { scenarioId, learnerId: learner.id, role, jurisdiction, now })
    return { attemptId, token: learner.token, isKept: !learner.isShared }
  })
}

type Return = {
  token: string | undefined
  known: Learner | undefined
  scenarioId: string
  isShared: boolean
  now: Date
}

async function continueVisit(db: Db, { token, known, scenarioId, isShared, now }: Return): Promise<Visit> {
  const open = known && (await findOpenAttempt(db, { learnerId: known.id, scenarioId }))
  if (!token || !known || !open) throw new AppError('attempt_not_found')
  await seeLearner(db, { learnerId: known.id, isShared, now })
  return { attemptId: open.id, token, isKept: !known.isShared && !isShared }
}

async function someoneNew(db: Db, isShared: boolean, now: Date) {
  return { ...(await addLearner(db, { isShared, now })), isShared }
}
