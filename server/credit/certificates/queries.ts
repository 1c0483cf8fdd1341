import { AppError, asAppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { CertificateTable } from '#server/record/db/schema-credit.ts'
import { requireCertificate } from './require-certificate.ts'
import { readSnapshot, type Snapshot } from './snapshot.ts'

/** `replaced` is voided too, and another certificate stands in its place. */
export type CertificateStatus = 'valid' | 'voided' | 'replaced'

/** A certificate with what it says; the snapshot is missing where its row is not as it was written. */
export type Certificate = {
  id: string
  code: string
  claimId: string
  userId: string
  organizationId: string
  activityId: string
  issuedAt: string
  status: CertificateStatus
  replaces: string | null
  replacedBy: string | null
  voidedAt: string | null
  voidedBy: string | null
  voidReason: string | null
  snapshot: Snapshot | undefined
}

/**
 * @returns a certificate that somebody may see: its owner, or a coordinator of its organization
 * @throws `certificate_not_found`, `not_allowed`, `second_factor_needed`
 */
export async function getCertificate(db: Db, wanted: { actor: Actor; certificateId: string }): Promise<Certificate> {
  return certificateOf(await requireCertificate(db, { ...wanted, act: 'certificate.view' }))
}

/** @returns the certificate of a code without hyphens, whoever asks. */
export async function findByCode(db: Db, code: string): Promise<Certificate | undefined> {
  const row = await db.selectFrom('certificate').selectAll().where('code', '=', code).executeTakeFirst()
  return row && certificateOf(row)
}

/** @returns somebody's own certificates of every organization, the last completion first, of one day the last issued. */
export async function listOwnCertificates(db: Db, userId: string): Promise<Certificate[]> {
  const rows = await db
    .selectFrom('certificate')
    .selectAll()
    .where('userId', '=', userId)
    .orderBy('issuedAt', 'desc')
    .execute()
  const day = ({ snapshot, issuedAt }: Certificate) => snapshot?.completedOn ?? issuedAt
  return rows.map(certificateOf).toSorted((one, other) => (day(one) < day(other) ? 1 : day(one) > day(other) ? -1 : 0))
}

/** @returns every certificate of a claim, each before the one that replaced it. */
export async function listOfClaim(db: Db, claimId: string): Promise<Certificate[]> {
  const rows = await db.selectFrom('certificate').selectAll().where('claimId', '=', claimId).execute()
  const chain: Certificate[] = []
  let next = rows.find(({ replaces }) => replaces === null)
  while (next && chain.length < rows.length) {
    const { replacedBy } = next
    chain.push(certificateOf(next))
    next = rows.find(({ id }) => id === replacedBy)
  }
  return chain
}

/** @returns the names of those who voided certificates, by their accounts; somebody whose account is gone is not in it. */
export async function namesOf(db: Db, chain: readonly Certificate[]): Promise<Map<string, string>> {
  const ids = chain.flatMap(({ voidedBy }) => (voidedBy === null ? [] : [voidedBy]))
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('user').select(['id', 'name', 'email']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name, email }) => [id, name === '' ? email : name]))
}

/** @returns what a certificate says. Throws `certificate_tampered` where its row is not as it was written. */
export function mustSay({ id, snapshot }: Certificate): Snapshot {
  if (!snapshot) throw new AppError('certificate_tampered', { where: { certificate: id } })
  return snapshot
}

/** @returns a certificate from its row; a row that was changed is written to the log. */
export function certificateOf(kept: CertificateTable): Certificate {
  const { state, snapshotHash: _, ...row } = kept
  const snapshot = readSnapshot(kept)
  if (!snapshot) asAppError(new AppError('certificate_tampered', { where: { certificate: row.id } }))
  const status = state === 'valid' ? 'valid' : row.replacedBy === null ? 'voided' : 'replaced'
  return { ...row, status, snapshot }
}
