import { AppError } from '#server/errors.ts'
import { type Actor, requireCan, strongRoles } from '#server/people/auth/permissions.ts'
import { requireDepartment } from '#server/people/organizations/require-department.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { Role } from '#server/record/db/schema-people.ts'
import { hashOf, newId, newToken } from '#server/record/ids.ts'

/** How many days an invitation can be accepted. */
export const invitationDays = 14

/** How many addresses may be invited at once. */
export const mostAddresses = 200

/** Who invites which addresses (small letters, each once) to be what, where. */
export type Invite = {
  actor: Actor
  organizationId: string
  emails: readonly string[]
  role: Role
  departmentId: string | null
  now: Date
}

/** An invitation to send: the token of its link is known only now. */
export type Sendable = { invitationId: string; email: string; token: string }

/** What came of it: invitations to send, and addresses of members and of people who are invited already. */
export type Invited = { sendable: Sendable[]; members: number; waiting: number }

/**
 * Invites addresses to an organization; an expired invitation of an address is made anew. Whether an address has an
 * account is not told, only whether it is a member's, which the inviter can see anyway.
 * @throws `not_allowed` (an admin alone invites admins and coordinators), `second_factor_needed`,
 * `department_not_found`, `address_invalid` for none, `too_many_addresses`
 */
export async function invite(db: Db, wish: Invite): Promise<Invited> {
  const { actor, organizationId, emails, role, departmentId } = wish
  requireCan(actor, 'person.invite', { organizationId })
  if (strongRoles.includes(role)) requireCan(actor, 'membership.change', { organizationId })
  if (emails.length === 0) throw new AppError('address_invalid')
  if (emails.length > mostAddresses) throw new AppError('too_many_addresses', { where: { addresses: emails.length } })
  return inTransaction(db, async (db) => {
    if (departmentId) await requireDepartment(db, { organizationId, departmentId })
    const members = await membersAmong(db, wish)
    const others = emails.filter((email) => !members.has(email))
    const sendable: Sendable[] = []
    for (const email of others) {
      const made = await inviteOne(db, wish, email)
      if (made) sendable.push(made)
    }
    return { sendable, members: members.size, waiting: others.length - sendable.length }
  })
}

/** @returns the end of an invitation made now. */
export function expiryFrom(now: Date): string {
  return new Date(now.getTime() + invitationDays * 86_400_000).toISOString()
}

async function membersAmong(db: Db, { organizationId, emails }: Invite): Promise<Set<string>> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.userId')
    .select('user.email')
    .where('membership.organizationId', '=', organizationId)
    .where('user.email', 'in', [...emails])
    .execute()
  return new Set(rows.map(({ email }) => email))
}

async function inviteOne(db: Db, wish: Invite, email: string): Promise<Sendable | undefined> {
  const { actor, organizationId, role, departmentId, now } = wish
  const token = newToken()
  const at = now.toISOString()
  const said = { role, departmentId, tokenHash: hashOf(token), invitedBy: actor.userId, expiresAt: expiryFrom(now) }
  const made = await db
    .insertInto('invitation')
    .values({ id: newId(), organizationId, email, createdAt: at, ...said })
    .onConflict((conflict) =>
      conflict
        .columns(['organizationId', 'email'])
        .where('acceptedAt', 'is', null)
        .where('revokedAt', 'is', null)
        .doUpdateSet({ ...said, createdAt: at })
        .where('invitation.expiresAt', '<=', at)
    )
    .returning('id')
    .executeTakeFirst()
  if (!made) return undefined
  const subject = { kind: 'invitation', id: made.id }
  const details = { role, departmentId }
  await appendAudit(db, { organizationId, actorId: actor.userId, act: 'invitation.made', subject, details, now })
  return { invitationId: made.id, email, token }
}
