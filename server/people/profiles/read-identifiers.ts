import type { EncryptionKey } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { NumberKind } from './identifiers.ts'
import { sealingKeys } from './keyring.ts'
import { type License, openLicenses, openNumbers } from './open-numbers.ts'

/** Numbers in clear; null where one was not given. `birthMonthDay` is `MMDD`. */
export type Identifiers = Record<NumberKind | 'employeeId', string | null> & { licenses: License[] }

/** Who reads whose numbers for which organization and what for; somebody reads their own for no organization. */
export type ReadIdentifiers = {
  actor: Actor
  userId: string
  organizationId: string | null
  /** What for, in a few words for the log, such as `completion report`. */
  purpose: string
  now: Date
  keys?: EncryptionKey[]
}

/**
 * Decrypts what somebody gave of themselves, and logs that it was read.
 * @throws `not_allowed`, `second_factor_needed`, `person_not_found` for somebody who neither belongs to the organization
 * nor took an activity of it, `sealed_unreadable`
 */
export async function readIdentifiers(
  db: Db,
  { actor, userId, organizationId, purpose, now, keys = sealingKeys() }: ReadIdentifiers
): Promise<Identifiers> {
  requireCan(actor, 'license.read', { organizationId, ownerId: userId })
  return inTransaction(db, async (db) => {
    const isKnown = actor.userId === userId || (await isOfOrganization(db, { userId, organizationId }))
    if (!isKnown) throw new AppError('person_not_found')
    const subject = { kind: 'user', id: userId }
    await appendAudit(db, { organizationId, actorId: actor.userId, act: 'license.read', subject, reason: purpose, now })
    const profile = await db.selectFrom('profile').select('employeeId').where('userId', '=', userId).executeTakeFirst()
    const numbers = await openNumbers(db, userId, keys)
    const { npi = null, epid = null, nremt = null, boardId = null, birthMonthDay = null } = numbers
    const licenses = await openLicenses(db, userId, keys)
    return { npi, epid, nremt, boardId, birthMonthDay, employeeId: profile?.employeeId ?? null, licenses }
  })
}

async function isOfOrganization(
  db: Db,
  { userId, organizationId }: { userId: string; organizationId: string | null }
): Promise<boolean> {
  const member = db
    .selectFrom('membership')
    .select('userId')
    .where('userId', '=', userId)
    .where('organizationId', '=', organizationId)
  const participant = db
    .selectFrom('participation')
    .select('userId')
    .where('userId', '=', userId)
    .where('organizationId', '=', organizationId)
  return (await member.unionAll(participant).limit(1).executeTakeFirst()) !== undefined
}
