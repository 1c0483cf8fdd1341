import { redirect } from 'next/navigation'
import { missing } from '#app/_components/missing.ts'
import { AppError } from '#server/errors.ts'
import type { Run } from '#server/learning/attempts/load-run.ts'
import { getAttempt, getRun, type Whose } from '#server/learning/attempts/queries.ts'
import { checkVersions } from '#server/learning/scenarios/check-versions.ts'
import { served } from '#server/learning/scenarios/served.ts'
import { type Standing, standingOf } from '#server/learning/scenarios/standing.ts'
import { requireUnlapsed } from '#server/people/auth/session.ts'
import { currentLearner } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'

/** `standing` is that of the visit's own version today: a case may have been withdrawn after the visit began. */
export type Visit = { run: Run; learnerId: string; isShared: boolean; standing: Standing }

/**
 * @returns the visit as its own learner may see it; anybody else is told that there is none. In development a visit
 * goes on in the text as it was last saved, or is led to the front page where that text refuses it.
 */
export async function requireVisit(attemptId: string): Promise<Visit> {
  const learner = await currentLearner()
  if (!learner) return notHere(attemptId)
  const whose = { attemptId, learnerId: learner.id }
  if (served().isDevelopment) await checkVersions(record(), served(), { now: new Date() })
  const run = await getRun(record(), whose).catch((error: unknown) => leadOn(error, whose))
  const standing = standingOf(served(), run.version.scenario)
  return { run, learnerId: learner.id, isShared: learner.isShared, standing }
}

async function leadOn(error: unknown, whose: Whose): Promise<never> {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'attempt_not_found') return notHere(whose.attemptId)
  if (error.code !== 'attempt_outdated') throw error
  const { scenarioId } = await getAttempt(record(), whose)
  redirect(withNotice(`/learn/${scenarioId}`, error.code))
}

async function notHere(attemptId: string): Promise<never> {
  await requireUnlapsed(`/learn/attempts/${encodeURIComponent(attemptId)}`)
  return missing()
}
