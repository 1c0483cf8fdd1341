import { outcomeOn } from '#machines/scenario/outcome.ts'
import { pathOf } from '#machines/scenario/path.ts'
import type { RunSnapshot } from '#machines/scenario/run.ts'
import type { Db } from '#server/record/db/schema.ts'
import { readEvents } from '#server/record/events/read.ts'
import { newId } from '#server/record/ids.ts'
import type { Run } from './load-run.ts'

/** A gap between two answers counts for at most this many minutes: longer ones are breaks. */
const longestGap = 10

/**
 * Ends an attempt and, unless it is a "what if", writes its completion with the facts copied in. Call it in the
 * transaction that stored the last answer.
 */
export async function completeAttempt(
  db: Db,
  {
    run,
    snapshot,
    endingId,
    learnerId,
    now
  }: { run: Run; snapshot: RunSnapshot; endingId: string; learnerId: string; now: Date }
): Promise<void> {
  const { id: attemptId, scenarioId, version, kind } = run.attempt
  const completedAt = now.toISOString()
  await db.updateTable('attempt').set({ endedAt: completedAt, endingId }).where('id', '=', attemptId).execute()
  if (kind === 'branch') return
  const minutes = minutesSpent(
    (await readEvents(db, { streamId: attemptId, kind: 'attempt' })).map((it) => it.occurredAt)
  )
  const axes = outcomeOn(pathOf(run.version.scenario, snapshot.context))
  const outcome = JSON.stringify({ endingId, axes })
  await db
    .insertInto('completion')
    .values({ id: newId(), attemptId, learnerId, scenarioId, version, completedAt, minutes, outcome })
    .execute()
}

/** @returns whole minutes of work in a log's times, breaks left out, rounded down. */
export function minutesSpent(times: readonly string[]): number {
  const stamps = times.map((time) => Date.parse(time) / 60_000)
  const gaps = stamps.slice(1).map((stamp, index) => stamp - (stamps[index] ?? stamp))
  return Math.floor(gaps.reduce((sum, gap) => sum + Math.min(Math.max(gap, 0), longestGap), 0))
}
