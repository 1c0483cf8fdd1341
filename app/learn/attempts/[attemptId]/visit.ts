import { missing } from '#app/_components/missing.ts'
import { AppError } from '#server/errors.ts'
import type { Run } from '#server/learning/attempts/load-run.ts'
import { getRun } from '#server/learning/attempts/queries.ts'
import { served } from '#server/learning/scenarios/served.ts'
import { type Standing, standingOf } from '#server/learning/scenarios/standing.ts'
import { currentLearner } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'

/** `standing` is that of the visit's own version today: a case may have been withdrawn after the visit began. */
export type Visit = { run: Run; learnerId: string; isShared: boolean; standing: Standing }

/** @returns the visit as its own learner may see it; anybody else is told that there is none. */
export async function requireVisit(attemptId: string): Promise<Visit> {
  const learner = await currentLearner()
  if (!learner) missing()
  const run = await getRun(record(), { attemptId, learnerId: learner.id }).catch(missingFor)
  const standing = standingOf(served(), run.version.scenario)
  return { run, learnerId: learner.id, isShared: learner.isShared, standing }
}

function missingFor(error: unknown): never {
  if (error instanceof AppError && error.code === 'attempt_not_found') missing()
  throw error
}
