import { missing } from '#app/_components/missing.ts'
import { AppError } from '#server/errors.ts'
import type { Sitting } from '#server/learning/assessments/load-sitting.ts'
import { getSitting } from '#server/learning/assessments/queries.ts'
import { currentLearner } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'

/** @returns the test as its own learner may see it; anybody else is told that there is none. */
export async function requireSitting(assessmentId: string): Promise<Sitting & { learnerId: string }> {
  const learner = await currentLearner()
  if (!learner) missing()
  const sitting = await getSitting(record(), { assessmentId, learnerId: learner.id }).catch(leadOn)
  return { ...sitting, learnerId: learner.id }
}

function leadOn(error: unknown): never {
  if (error instanceof AppError && error.code === 'assessment_not_found') missing()
  throw error
}
