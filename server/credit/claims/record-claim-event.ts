import type { ClaimStep } from '#machines/claim/events.ts'
import { type ClaimSnapshot, claimState, takeClaimStep } from '#machines/claim/standing.ts'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { appendEvent } from '#server/record/events/append.ts'
import { loadClaim } from './load-claim.ts'

/**
 * Appends what happened to a claim, and notes the state it is in after that. Whether somebody may do it is for the
 * caller to know.
 * @throws `claim_refused` where the claim cannot take the event as it stands, `log_corrupt`
 */
export function recordClaimEvent(db: Db, claimId: string, event: ClaimStep, now: Date): Promise<ClaimSnapshot> {
  return inTransaction(db, async (db) => {
    const { snapshot, seq: seenSeq } = await loadClaim(db, claimId)
    const next = takeClaimStep(snapshot, event)
    if (!next) throw new AppError('claim_refused', { where: { claim: claimId, event: event.type } })
    const seq = await appendEvent(db, { streamId: claimId, seenSeq, event, occurredAt: now.toISOString() })
    // Somebody was faster: look again, and decide by what stands there now.
    if (seq === undefined) return recordClaimEvent(db, claimId, event, now)
    await db
      .updateTable('claim')
      .set({ state: claimState(next) })
      .where('id', '=', claimId)
      .execute()
    return next
  })
}
