import { recordClaimEvent } from '#server/credit/claims/record-claim-event.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { getProfile } from '#server/people/profiles/queries.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { CertificateTable } from '#server/record/db/schema-credit.ts'
import { newId } from '#server/record/ids.ts'
import { newCode } from './code.ts'
import type { IssuedCertificate } from './issue-certificate.ts'
import { reasonText, requireCertificate } from './require-certificate.ts'
import { readSnapshot, sealSnapshot } from './snapshot.ts'
import { snapshotAgain } from './snapshot-of.ts'
import type { CertificateAct } from './void-certificate.ts'

/**
 * Replaces a certificate by one with the name that the profile has today; all else stays as it was printed. The one
 * before is voided, and each knows the other.
 * @throws `certificate_not_found`, `not_allowed`, `second_factor_needed`, `reason_missing`, `certificate_replaced` where
 *   somebody was faster, `certificate_tampered`, `profile_missing`, `name_not_printable`
 */
export function reissueCertificate(
  db: Db,
  { actor, certificateId, reason, now }: CertificateAct
): Promise<IssuedCertificate> {
  return inTransaction(db, async (db) => {
    const before = await requireCertificate(db, { actor, certificateId, act: 'certificate.void' })
    const why = reasonText(reason)
    const issued = { certificateId: newId(), code: newCode() }
    const sealed = await sealAgain(db, before, { ...issued, publicUrl: env().publicUrl, now })
    await replace(db, before, { by: issued.certificateId, actor, why, now })
    const { claimId, userId, organizationId, activityId } = before
    const ids = { id: issued.certificateId, code: issued.code, claimId, userId, organizationId, activityId }
    const nothing = { replacedBy: null, voidedAt: null, voidedBy: null, voidReason: null }
    await db
      .insertInto('certificate')
      .values({ ...ids, ...sealed, ...nothing, issuedAt: now.toISOString(), state: 'valid', replaces: certificateId })
      .execute()
    if (before.state === 'valid')
      await recordClaimEvent(db, claimId, { type: 'certificate.voided', certificateId, reason: why }, now)
    const reissued = { certificateId: issued.certificateId, replaces: certificateId }
    await recordClaimEvent(db, claimId, { type: 'certificate.reissued', ...reissued }, now)
    await appendAudit(db, {
      organizationId,
      actorId: actor.userId,
      act: 'certificate.reissued',
      subject: { kind: 'certificate', id: issued.certificateId },
      reason: why,
      details: { claim: claimId, replaces: certificateId, snapshotHash: sealed.snapshotHash },
      now
    })
    return issued
  })
}

async function sealAgain(db: Db, before: CertificateTable, issue: Parameters<typeof snapshotAgain>[1]['issue']) {
  const snapshot = readSnapshot(before)
  if (!snapshot) throw new AppError('certificate_tampered', { where: { certificate: before.id } })
  const person = await getProfile(db, before.userId)
  return sealSnapshot(snapshotAgain(snapshot, { person, issue }))
}

type Replacement = { by: string; actor: CertificateAct['actor']; why: string; now: Date }

// What was voided before keeps the day and the reason of it.
async function replace(db: Db, before: CertificateTable, { by, actor, why, now }: Replacement): Promise<void> {
  const voided = { state: 'voided' as const, voidedAt: now.toISOString(), voidedBy: actor.userId, voidReason: why }
  const replaced = await db
    .updateTable('certificate')
    .set({ replacedBy: by, ...(before.state === 'valid' && voided) })
    .where('id', '=', before.id)
    .where('state', '=', before.state)
    .where('replacedBy', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!replaced) throw new AppError('certificate_replaced')
}
