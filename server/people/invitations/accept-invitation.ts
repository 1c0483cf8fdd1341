import { AppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf, newId } from '#server/record/ids.ts'
import { stateOf } from './queries.ts'

/**
 * Makes whoever is signed in what the invitation says, where it was sent to the confirmed address of their account. A
 * second press of the same person changes nothing.
 * @returns the organization
 * @throws `invitation_not_found`, `invitation_expired` from its last moment on, `invitation_revoked`,
 * `invitation_used` by somebody else, `invitation_other_address`, `address_unconfirmed`
 */
export function acceptInvitation(
  db: Db,
  { actor, token, now }: { actor: Actor; token: string; now: Date }
): Promise<{ organizationId: string }> {
  return inTransaction(db, async (db) => {
    const invitation = await holdInvitation(db, token)
    if (!invitation) throw new AppError('invitation_not_found')
    await requireAddress(db, { userId: actor.userId, email: invitation.email })
    const { organizationId, departmentId, role } = invitation
    const state = stateOf(invitation, now)
    if (state === 'accepted' && (await isMember(db, { userId: actor.userId, organizationId })))
      return { organizationId }
    if (state !== 'waiting') throw new AppError(refusals[state])
    const at = now.toISOString()
    await db.updateTable('invitation').set({ acceptedAt: at }).where('id', '=', invitation.id).execute()
    await db
      .insertInto('membership')
      .values({ id: newId(), userId: actor.userId, organizationId, departmentId, role, createdAt: at })
      .onConflict((conflict) => conflict.columns(['userId', 'organizationId', 'role']).doNothing())
      .execute()
    const subject = { kind: 'user', id: actor.userId }
    const details = { roles: role, invitationId: invitation.id }
    await appendAudit(db, { organizationId, actorId: actor.userId, act: 'membership.added', subject, details, now })
    return { organizationId }
  })
}

const refusals = { accepted: 'invitation_used', expired: 'invitation_expired', revoked: 'invitation_revoked' } as const

// Writing the row before reading it makes a second press wait.
function holdInvitation(db: Db, token: string) {
  return db
    .updateTable('invitation')
    .set(({ ref }) => ({ email: ref('email') }))
    .where('tokenHash', '=', hashOf(token))
    .returningAll()
    .executeTakeFirst()
}

async function requireAddress(db: Db, { userId, email }: { userId: string; email: string }): Promise<void> {
  const account = await db
    .selectFrom('user')
    .select(['email', 'emailVerified'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (account?.email !== email) throw new AppError('invitation_other_address')
  if (account.emailVerified !== 1) throw new AppError('address_unconfirmed')
}

async function isMember(
  db: Db,
  { userId, organizationId }: { userId: string; organizationId: string }
): Promise<boolean> {
  const found = await db
    .selectFrom('membership')
    .select('id')
    .where('userId', '=', userId)
    .where('organizationId', '=', organizationId)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
