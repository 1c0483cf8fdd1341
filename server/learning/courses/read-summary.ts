import { noteStep } from '#server/credit/participations/note-step.ts'
import { AppError } from '#server/errors.ts'
import { listOffered, type Served } from '#server/learning/scenarios/served.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'

/**
 * Notes that a learner read the summary of a case in place of taking it, which counts as taking it. The first time
 * stays.
 * @throws `scenario_not_found`, also for a case that was withdrawn
 */
export async function readSummary(
  db: Db,
  served: Served,
  { learnerId, scenarioId, now }: { learnerId: string; scenarioId: string; now: Date }
): Promise<void> {
  const version = listOffered(served).find(({ scenario }) => scenario.id === scenarioId)?.scenario.version
  if (version === undefined) throw new AppError('scenario_not_found')
  const at = now.toISOString()
  await inTransaction(db, async (db) => {
    await db
      .insertInto('summaryReading')
      .values({ learnerId, scenarioId, version, readAt: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const step = { kind: 'case' as const, contentId: scenarioId, version, begunAt: at, doneAt: at }
    await noteStep(db, { learnerId, ...step })
  })
}
