import { codingAccessOf } from '#content/roles.ts'
import { type Attempt, listMyAttempts } from '#server/learning/attempts/queries.ts'
import { findServed, type Served } from '#server/learning/scenarios/served.ts'
import type { Db } from '#server/record/db/schema.ts'

/** A visit of the learner whose debrief shows the code. */
export type CaseWithCode = { attemptId: string; title: string }

/**
 * The learner's completed cases whose debrief shows a code, each once, by its newest visit. A case that is not completed
 * is left out, as a code would give it away; so is a visit in a role that is shown no codes.
 */
export async function listMyCasesWith(
  db: Db,
  served: Served,
  { learnerId, code }: { learnerId: string; code: string }
): Promise<CaseWithCode[]> {
  const attempts = await listMyAttempts(db, { learnerId })
  const shown = attempts.flatMap((attempt) => caseOf(attempt, served, code))
  return shown.filter(({ title }, index) => shown.findIndex((other) => other.title === title) === index)
}

function caseOf({ id, scenarioId, version, endingId, role }: Attempt, served: Served, code: string): CaseWithCode[] {
  const scenario = findServed(served, scenarioId)?.scenario
  if (endingId === null || scenario === undefined || scenario.version !== version) return []
  if (codingAccessOf(role) === 'none') return []
  const ending = scenario.endings.find((known) => known.id === endingId)
  const codes = [...(ending?.codes ?? []), ending?.example, ...scenario.debrief.treated.map((it) => it.code)]
  return codes.includes(code) ? [{ attemptId: id, title: scenario.title }] : []
}
