import { getClaimFacts } from '#server/credit/claims/queries.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { getProfile } from '#server/people/profiles/queries.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { newCode } from './code.ts'
import { sealSnapshot } from './snapshot.ts'
import { snapshotOf } from './snapshot-of.ts'

export type IssuedCertificate = { certificateId: string; code: string }

/**
 * Issues the certificate of a claim that was made, in the transaction of the claim where there is one. A claim has one
 * valid certificate: asked again, or by two at once, it is the same.
 * @throws `profile_missing`, `name_not_printable`, `text_not_printable`, and `certificate_voided` where the office has
 *   voided it, because only the office issues it again
 */
export function issueCertificate(db: Db, { claimId, now }: { claimId: string; now: Date }): Promise<IssuedCertificate> {
  return inTransaction(db, async (db) => {
    const before = await findIssued(db, claimId)
    if (before) return before
    const facts = await getClaimFacts(db, claimId)
    const issued = { certificateId: newId(), code: newCode() }
    const person = await getProfile(db, facts.userId)
    const { snapshot, snapshotHash } = sealSnapshot(
      snapshotOf(facts, { person, issue: { ...issued, publicUrl: env().publicUrl, now } })
    )
    const { userId, organizationId, activity } = facts
    const inserted = await db
      .insertInto('certificate')
      .values({
        id: issued.certificateId,
        code: issued.code,
        claimId,
        userId,
        organizationId,
        activityId: activity.activityId,
        issuedAt: now.toISOString(),
        snapshot,
        snapshotHash,
        state: 'valid',
        replaces: null,
        replacedBy: null,
        voidedAt: null,
        voidedBy: null,
        voidReason: null
      })
      // Of two at once, the second waits here for the first and then finds its certificate.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!inserted) return mustFindIssued(db, claimId)
    await appendAudit(db, {
      organizationId,
      actorId: userId,
      act: 'certificate.issued',
      subject: { kind: 'certificate', id: issued.certificateId },
      details: { claim: claimId, snapshotHash },
      now
    })
    return issued
  })
}

async function findIssued(db: Db, claimId: string): Promise<IssuedCertificate | undefined> {
  const rows = await db
    .selectFrom('certificate')
    .select(['id', 'code', 'state'])
    .where('claimId', '=', claimId)
    .execute()
  const valid = rows.find(({ state }) => state === 'valid')
  if (valid) return { certificateId: valid.id, code: valid.code }
  if (rows.length > 0) throw new AppError('certificate_voided', { where: { claim: claimId } })
  return undefined
}

async function mustFindIssued(db: Db, claimId: string): Promise<IssuedCertificate> {
  const found = await findIssued(db, claimId)
  if (!found) throw new AppError('unexpected', { where: { claim: claimId } })
  return found
}
