import { type HabitStanding, habitsAcross } from '#machines/scenario/habit-counts.ts'
import { type Habit, type HabitVerdict, habitsOn } from '#machines/scenario/habits.ts'
import { asAppError } from '#server/errors.ts'
import { type Attempt, getRun, listMyAttempts } from '#server/learning/attempts/queries.ts'
import type { Db } from '#server/record/db/schema.ts'

/** A visit taken to its debrief. `endedAt` is ISO-8601 in UTC. */
export type FinishedVisit = { attemptId: string; scenarioId: string; endedAt: string; isFirst: boolean }

/** What a learner's visits came to. `firsts` counts the first visits that the habits are read from. */
export type Practice = {
  visits: FinishedVisit[]
  habits: { habit: Habit; standing: HabitStanding }[]
  firsts: number
}

/**
 * @returns the finished visits of a learner, the newest first, and how the habits stand over the first visit to each
 * case. A visit whose log cannot be replayed is listed and does not count; a "what if" is neither.
 */
export async function getPractice(db: Db, { learnerId }: { learnerId: string }): Promise<Practice> {
  const attempts = (await listMyAttempts(db, { learnerId })).filter(({ kind }) => kind !== 'branch')
  const visits = attempts.flatMap(asFinished).sort((one, other) => other.endedAt.localeCompare(one.endedAt))
  const firsts: Record<Habit, HabitVerdict>[] = []
  for (const { attemptId } of visits.filter(({ isFirst }) => isFirst)) {
    const verdicts = await habitsIn(db, { attemptId, learnerId })
    if (verdicts) firsts.push(verdicts)
  }
  return { visits, habits: habitsAcross(firsts), firsts: firsts.length }
}

function asFinished({ id, scenarioId, endedAt, kind }: Attempt): FinishedVisit[] {
  return endedAt === null ? [] : [{ attemptId: id, scenarioId, endedAt, isFirst: kind === 'first' }]
}

async function habitsIn(db: Db, whose: { attemptId: string; learnerId: string }) {
  try {
    const { version, snapshot } = await getRun(db, whose)
    return habitsOn(version.scenario, snapshot.context)
  } catch (error) {
    asAppError(error)
    return undefined
  }
}
