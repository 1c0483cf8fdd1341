import { type Role, roles } from '#server/record/db/schema-people.ts'

/** One role that somebody holds in one organization, and the department it is for. */
export type Membership = { organizationId: string; departmentId: string | null; role: Role }

/** Who acts. `hasSecondFactor`: they proved it in this session by two factors. */
export type Actor = { userId: string; memberships: readonly Membership[]; hasSecondFactor: boolean }

/** What is acted on: whose organization it is, and the account or the department it belongs to, if any. */
export type Thing = { organizationId: string; ownerId?: string | null; departmentId?: string | null }

const own = 'own'
type Holder = Role | typeof own

/**
 * Who may do what within an organization. `own` is whoever the thing belongs to, while they are a member; every other
 * holder acts on the whole organization, a manager on their department alone where they have one.
 */
export const holders = {
  'activity.view': roles,
  'activity.take': roles,
  'activity.edit': ['coordinator'],
  'activity.open': ['coordinator'],
  'content.signOff': ['reviewer'],
  'content.read': ['reviewer', 'author', 'coordinator'],
  'facility.edit': ['coordinator', 'admin'],
  'organization.edit': ['admin'],
  'department.edit': ['admin', 'coordinator'],
  'person.list': ['admin', 'coordinator'],
  'person.invite': ['admin', 'coordinator'],
  'membership.change': ['admin'],
  'assignment.edit': ['coordinator', 'manager'],
  'team.view': ['manager', 'coordinator'],
  'profile.edit': [own],
  'license.edit': [own],
  'license.read': [own, 'coordinator'],
  'claim.act': [own],
  'claim.view': [own, 'coordinator'],
  'certificate.view': [own, 'coordinator'],
  'certificate.void': ['coordinator'],
  'report.export': ['coordinator'],
  'evaluation.read': ['coordinator'],
  'attempt.replay': ['coordinator'],
  'audit.read': ['coordinator', 'admin'],
  'record.keep': ['coordinator', 'admin']
} as const satisfies Record<string, readonly Holder[]>

export type Act = keyof typeof holders

/** Roles that act only in a session that was proven by two factors. */
export const strongRoles: readonly Role[] = ['coordinator', 'admin']

/** @returns whether somebody may do something to a thing. Pure: the same rows give the same answer. */
export function can(actor: Actor, act: Act, thing: Thing): boolean {
  const allowed: readonly Holder[] = holders[act]
  const here = actor.memberships.filter(({ organizationId }) => organizationId === thing.organizationId)
  const isOwner = thing.ownerId != null && thing.ownerId === actor.userId && here.length > 0
  if (isOwner && allowed.includes(own)) return true
  return here.some((membership) => allowed.includes(membership.role) && reaches(actor, membership, thing))
}

function reaches(actor: Actor, { role, departmentId }: Membership, thing: Thing): boolean {
  if (strongRoles.includes(role) && !actor.hasSecondFactor) return false
  return role !== 'manager' || departmentId === null || departmentId === thing.departmentId
}

/** @returns the organizations in which somebody may do something to the whole of it. */
export function organizationsWhere(actor: Actor, act: Act): string[] {
  const ids = new Set(actor.memberships.map(({ organizationId }) => organizationId))
  return [...ids].filter((organizationId) => can(actor, act, { organizationId }))
}
