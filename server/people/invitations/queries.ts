import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { InvitationTable, Role } from '#server/record/db/schema-people.ts'
import { hashOf } from '#server/record/ids.ts'

/** Whether an invitation can be accepted, and why not. */
export type InvitationState = 'waiting' | 'accepted' | 'expired' | 'revoked'

/** What the holder of a link is told: who invites which address into what. */
export type Invitation = {
  email: string
  role: Role
  organizationName: string
  departmentName: string | null
  inviterName: string | null
  expiresAt: string
  state: InvitationState
}

/** An invitation that nobody has accepted, in the list of an organization. */
export type WaitingInvitation = {
  id: string
  email: string
  role: Role
  departmentName: string | null
  createdAt: string
  expiresAt: string
  isExpired: boolean
}

/** @returns the invitation that a link's token opens. */
export async function findInvitation(
  db: Db,
  { token, now }: { token: string; now: Date }
): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organizationId')
    .leftJoin('department', 'department.id', 'invitation.departmentId')
    .leftJoin('user', 'user.id', 'invitation.invitedBy')
    .select(['invitation.email', 'invitation.role', 'invitation.expiresAt', 'acceptedAt', 'revokedAt'])
    .select(['organization.name as organizationName', 'department.name as departmentName', 'user.name as inviterName'])
    .where('tokenHash', '=', hashOf(token))
    .executeTakeFirst()
  if (!row) return undefined
  const { acceptedAt, revokedAt, ...invitation } = row
  return { ...invitation, state: stateOf({ acceptedAt, revokedAt, expiresAt: row.expiresAt }, now) }
}

/**
 * @returns the invitations of an organization that nobody has accepted or withdrawn, newest first
 * @throws `not_allowed`, `second_factor_needed`
 */
export async function listWaiting(
  db: Db,
  { actor, organizationId, now }: { actor: Actor; organizationId: string; now: Date }
): Promise<WaitingInvitation[]> {
  requireCan(actor, 'person.list', { organizationId })
  const rows = await db
    .selectFrom('invitation')
    .leftJoin('department', 'department.id', 'invitation.departmentId')
    .select(['invitation.id', 'email', 'role', 'department.name as departmentName', 'createdAt', 'expiresAt'])
    .where('invitation.organizationId', '=', organizationId)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('email')
    .execute()
  return rows.map((row) => ({ ...row, isExpired: row.expiresAt <= now.toISOString() }))
}

/** @returns how an invitation stands; from the moment it expires it cannot be accepted. */
export function stateOf(
  { acceptedAt, revokedAt, expiresAt }: Pick<InvitationTable, 'acceptedAt' | 'revokedAt' | 'expiresAt'>,
  now: Date
): InvitationState {
  if (acceptedAt !== null) return 'accepted'
  if (revokedAt !== null) return 'revoked'
  return expiresAt <= now.toISOString() ? 'expired' : 'waiting'
}
