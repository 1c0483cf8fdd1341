import { AppError } from '#server/errors.ts'
import { type Act, type Actor, can, requireCan } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { CertificateTable } from '#server/record/db/schema-credit.ts'

/** How many characters a reason may have. */
export const reasonLimit = 500

/** What somebody wants to do with a certificate. */
export type Wanted = { actor: Actor; certificateId: string; act: Act }

/**
 * @returns the row of a certificate with which somebody may do something
 * @throws `certificate_not_found` where there is none, or it is somebody else's of another organization, `not_allowed`,
 *   `second_factor_needed`
 */
export async function requireCertificate(db: Db, { actor, certificateId, act }: Wanted): Promise<CertificateTable> {
  const row = await db.selectFrom('certificate').selectAll().where('id', '=', certificateId).executeTakeFirst()
  const thing = row && { organizationId: row.organizationId, ownerId: row.userId }
  const knows = thing && (row.userId === actor.userId || can(actor, 'activity.view', thing))
  if (!row || !knows) throw new AppError('certificate_not_found')
  requireCan(actor, act, thing)
  return row
}

/** @returns a reason as it is kept. Throws `reason_missing`, `invalid_input` where it is too long. */
export function reasonText(given: string): string {
  const reason = given.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (reason === '') throw new AppError('reason_missing')
  if (reason.length > reasonLimit) throw new AppError('invalid_input')
  return reason
}
