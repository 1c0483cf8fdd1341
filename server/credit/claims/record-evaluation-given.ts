import type { Db } from '#server/record/db/schema.ts'
import { listClaimsOf } from './queries.ts'
import { recordClaimEvent } from './record-claim-event.ts'

/** Moves on every claim of a way to credit that waited for the evaluation. Call it in the transaction that marked it. */
export async function recordEvaluationGiven(
  db: Db,
  { participationId, now }: { participationId: string; now: Date }
): Promise<void> {
  for (const { id, state } of await listClaimsOf(db, { participationId })) {
    if (state === 'evaluationPending') await recordClaimEvent(db, id, { type: 'evaluation.given' }, now)
  }
}
