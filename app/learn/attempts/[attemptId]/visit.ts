import { missing } from '#app/_components/missing.ts'
import { AppError } from '#server/errors.ts'
import type { Run } from '#server/learning/attempts/load-run.ts'
import { getRun } from '#server/learning/attempts/queries.ts'
import { findServed, served } from '#server/learning/scenarios/served.ts'
import { currentLearner } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'

/** `isWithdrawn`: the case was closed after this visit began, and its learner is told. */
export type Visit = { run: Run; learnerId: string; isShared: boolean; isWithdrawn: boolean }

/** @returns the visit as its own learner may see it; anybody else is told that there is none. */
export async function requireVisit(attemptId: string): Promise<Visit> {
  const learner = await currentLearner()
  if (!learner) missing()
  const run = await getRun(record(), { attemptId, learnerId: learner.id }).catch(missingFor)
  const isWithdrawn = findServed(served(), run.attempt.scenarioId)?.scenario.status === 'withdrawn'
  return { run, learnerId: learner.id, isShared: learner.isShared, isWithdrawn }
}

function missingFor(error: unknown): never {
  if (error instanceof AppError && error.code === 'attempt_not_found') missing()
  throw error
}
