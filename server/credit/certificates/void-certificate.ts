import { recordClaimEvent } from '#server/credit/claims/record-claim-event.ts'
import { AppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { reasonText, requireCertificate } from './require-certificate.ts'

/** What an office does to one of its certificates, and why, in its own words of at most 500 characters. */
export type CertificateAct = { actor: Actor; certificateId: string; reason: string; now: Date }

/**
 * Voids a certificate: it stays, and says that it no longer counts.
 * @throws `certificate_not_found`, `not_allowed`, `second_factor_needed`, `reason_missing`, `certificate_voided` where
 *   somebody was faster
 */
export function voidCertificate(db: Db, { actor, certificateId, reason, now }: CertificateAct): Promise<void> {
  return inTransaction(db, async (db) => {
    const { organizationId, claimId } = await requireCertificate(db, { actor, certificateId, act: 'certificate.void' })
    const why = reasonText(reason)
    const voided = await db
      .updateTable('certificate')
      .set({ state: 'voided', voidedAt: now.toISOString(), voidedBy: actor.userId, voidReason: why })
      .where('id', '=', certificateId)
      .where('state', '=', 'valid')
      .returning('id')
      .executeTakeFirst()
    if (!voided) throw new AppError('certificate_voided')
    await recordClaimEvent(db, claimId, { type: 'certificate.voided', certificateId, reason: why }, now)
    await appendAudit(db, {
      organizationId,
      actorId: actor.userId,
      act: 'certificate.voided',
      subject: { kind: 'certificate', id: certificateId },
      reason: why,
      details: { claim: claimId },
      now
    })
  })
}
