import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { standingText } from './change-membership.ts'
import { holdMemberships } from './hold-memberships.ts'

/**
 * Takes every role in an organization from somebody and withdraws what is assigned to them there. Their account, claims
 * and certificates stay.
 * @throws `not_allowed`, `second_factor_needed`, `person_not_found`, `last_admin`
 */
export async function removeMember(
  db: Db,
  { actor, organizationId, userId, now }: { actor: Actor; organizationId: string; userId: string; now: Date }
): Promise<void> {
  requireCan(actor, 'membership.change', { organizationId })
  return inTransaction(db, async (db) => {
    const { standing, admins } = await holdMemberships(db, { organizationId, userId })
    if (standing.roles.includes('admin') && admins.length === 1) throw new AppError('last_admin')
    await db
      .deleteFrom('membership')
      .where('organizationId', '=', organizationId)
      .where('userId', '=', userId)
      .execute()
    await db
      .updateTable('assignment')
      .set({ withdrawnAt: now.toISOString() })
      .where('organizationId', '=', organizationId)
      .where('userId', '=', userId)
      .where('withdrawnAt', 'is', null)
      .execute()
    await appendAudit(db, {
      organizationId,
      actorId: actor.userId,
      act: 'membership.removed',
      subject: { kind: 'user', id: userId },
      details: { from: standingText(standing) },
      now
    })
  })
}
