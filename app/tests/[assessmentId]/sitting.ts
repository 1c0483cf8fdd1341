import { missing } from '#app/_components/missing.ts'
import { AppError } from '#server/errors.ts'
import type { Sitting } from '#server/learning/assessments/load-sitting.ts'
import { getSitting } from '#server/learning/assessments/queries.ts'
import { requireUnlapsed } from '#server/people/auth/session.ts'
import { currentLearner } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'

/** @returns the test as its own learner may see it; anybody else is told that there is none. */
export async function requireSitting(assessmentId: string): Promise<Sitting & { learnerId: string }> {
  const learner = await currentLearner()
  if (!learner) return notHere(assessmentId)
  const whose = { assessmentId, learnerId: learner.id }
  const sitting = await getSitting(record(), whose).catch((error: unknown) => leadOn(error, assessmentId))
  return { ...sitting, learnerId: learner.id }
}

async function leadOn(error: unknown, assessmentId: string): Promise<never> {
  if (error instanceof AppError && error.code === 'assessment_not_found') return notHere(assessmentId)
  throw error
}

async function notHere(assessmentId: string): Promise<never> {
  await requireUnlapsed(`/tests/${encodeURIComponent(assessmentId)}`)
  return missing()
}
