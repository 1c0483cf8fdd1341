import { outcomeOn } from '#machines/scenario/outcome.ts'
import { pathOf } from '#machines/scenario/path.ts'
import type { RunSnapshot } from '#machines/scenario/run.ts'
import { noteStep } from '#server/credit/participations/note-step.ts'
import type { Db } from '#server/record/db/schema.ts'
import { readEvents } from '#server/record/events/read.ts'
import { newId } from '#server/record/ids.ts'
import type { Run } from './load-run.ts'
import { minutesSpent } from './minutes-spent.ts'

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
  const { id: attemptId, scenarioId, version, kind, startedAt } = run.attempt
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
  const step = { kind: 'case' as const, contentId: scenarioId, version, begunAt: startedAt, doneAt: completedAt }
  await noteStep(db, { learnerId, ...step })
}
