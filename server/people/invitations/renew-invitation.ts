import { AppError } from '#server/errors.ts'
import { type Actor, requireCan, strongRoles } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf, newToken } from '#server/record/ids.ts'
import { expiryFrom, type Sendable } from './invite.ts'

type Act = { actor: Actor; organizationId: string; invitationId: string; now: Date }

/**
 * Gives an invitation a new link and fourteen more days; the link before opens nothing any more.
 * @throws `not_allowed`, `second_factor_needed`, `invitation_not_found`, also for one accepted or withdrawn
 */
export async function renewInvitation(db: Db, act: Act): Promise<Sendable> {
  const token = newToken()
  return changeOpen(db, act, {
    act: 'invitation.renewed',
    set: { tokenHash: hashOf(token), expiresAt: expiryFrom(act.now) }
  }).then(({ email }) => ({ invitationId: act.invitationId, email, token }))
}

/** Withdraws an invitation that is not accepted. Throws what renewing one does. */
export async function revokeInvitation(db: Db, act: Act): Promise<void> {
  await changeOpen(db, act, { act: 'invitation.revoked', set: { revokedAt: act.now.toISOString() } })
}

type Change = { act: string; set: { tokenHash: string; expiresAt: string } | { revokedAt: string } }

async function changeOpen(
  db: Db,
  { actor, organizationId, invitationId, now }: Act,
  { act, set }: Change
): Promise<{ email: string }> {
  requireCan(actor, 'person.invite', { organizationId })
  return inTransaction(db, async (db) => {
    const changed = await db
      .updateTable('invitation')
      .set(set)
      .where('id', '=', invitationId)
      .where('organizationId', '=', organizationId)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .returning(['email', 'role'])
      .executeTakeFirst()
    if (!changed) throw new AppError('invitation_not_found')
    if (strongRoles.includes(changed.role)) requireCan(actor, 'membership.change', { organizationId })
    const subject = { kind: 'invitation', id: invitationId }
    await appendAudit(db, { organizationId, actorId: actor.userId, act, subject, now })
    return changed
  })
}
