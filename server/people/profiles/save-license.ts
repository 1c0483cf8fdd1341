import type { EncryptionKey } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import type { LicenseText } from './identifiers.ts'
import { sealingKeys } from './keyring.ts'
import { seal } from './sealing.ts'

const most = 20

type SaveLicense = { actor: Actor; license: LicenseText; now: Date; keys?: EncryptionKey[] }

/**
 * Seals one more license of an account.
 * @throws `too_many_licenses` after the twentieth
 */
export async function addLicense(
  db: Db,
  { actor, license, now, keys = sealingKeys() }: SaveLicense
): Promise<{ licenseId: string }> {
  const { userId } = actor
  requireCan(actor, 'license.edit', { organizationId: null, ownerId: userId })
  return inTransaction(db, async (db) => {
    const held = await db.selectFrom('license').select('id').where('userId', '=', userId).execute()
    if (held.length >= most) throw new AppError('too_many_licenses')
    const id = newId()
    const sealed = seal(JSON.stringify(license), keys, { table: 'license', id, userId })
    await db
      .insertInto('license')
      .values({ id, userId, ...sealed, updatedAt: now.toISOString() })
      .execute()
    await audit(db, { userId, act: 'license.added', licenseId: id, now })
    return { licenseId: id }
  })
}

/** Lets a license of one's own go. Throws `license_not_found`, also for somebody else's. */
export async function removeLicense(
  db: Db,
  { actor, licenseId, now }: { actor: Actor; licenseId: string; now: Date }
): Promise<void> {
  const { userId } = actor
  requireCan(actor, 'license.edit', { organizationId: null, ownerId: userId })
  return inTransaction(db, async (db) => {
    const gone = await db
      .deleteFrom('license')
      .where('id', '=', licenseId)
      .where('userId', '=', userId)
      .returning('id')
      .executeTakeFirst()
    if (!gone) throw new AppError('license_not_found')
    await audit(db, { userId, act: 'license.removed', licenseId, now })
  })
}

async function audit(
  db: Db,
  { userId, act, licenseId, now }: { userId: string; act: string; licenseId: string; now: Date }
): Promise<void> {
  const subject = { kind: 'license', id: licenseId }
  return appendAudit(db, { organizationId: null, actorId: userId, act, subject, now })
}
