import { AppError } from '#server/errors.ts'
import { type Role, roles } from '#server/record/db/schema-people.ts'

/** One role that somebody holds in one organization, and the department it is for. */
export type Membership = { organizationId: string; departmentId: string | null; role: Role }

/** Who acts. `hasSecondFactor`: they proved it in this session by two factors. */
export type Actor = { userId: string; memberships: readonly Membership[]; hasSecondFactor: boolean }

/**
 * What is acted on: the account or the department it belongs to, if any, and whose organization it is; a profile and a
 * license are of no organization until one asks for them.
 */
export type Thing = { organizationId: string | null; ownerId?: string | null; departmentId?: string | null }

/** Whoever the thing belongs to, also after they have left the organization. */
const owner = 'owner'
/** Whoever the thing belongs to, while they are a member. */
const memberOwner = 'member-owner'
type Holder = Role | typeof owner | typeof memberOwner

/**
 * Who may do what. A role acts on the whole of its organization, a manager on their department alone where they have
 * one, and a strong role only after a second factor; what every role may do takes none.
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
  'profile.edit': [owner],
  'license.edit': [owner],
  'license.read': [owner, 'coordinator'],
  'claim.act': [memberOwner],
  'claim.view': [owner, 'coordinator'],
  'certificate.view': [owner, 'coordinator'],
  'certificate.void': ['coordinator'],
  'report.export': ['coordinator'],
  'evaluation.read': ['coordinator'],
  'attempt.replay': ['coordinator'],
  'audit.read': ['coordinator', 'admin'],
  'record.keep': ['coordinator', 'admin'],
  'workshop.edit': ['facilitator', 'coordinator'],
  'attendance.record': ['facilitator', 'coordinator']
} as const satisfies Record<string, readonly Holder[]>

export type Act = keyof typeof holders

/** Roles that act only in a session that was proven by two factors. */
export const strongRoles: readonly Role[] = ['coordinator', 'admin']

/** @returns whether somebody may do something to a thing. Pure: the same rows give the same answer. */
export function can(actor: Actor, act: Act, thing: Thing): boolean {
  const allowed: readonly Holder[] = holders[act]
  const here = actor.memberships.filter(({ organizationId }) => organizationId === thing.organizationId)
  if (allowed.some((holder) => isOwner(actor, holder, { thing, isMember: here.length > 0 }))) return true
  return here.some((membership) => allowed.includes(membership.role) && reaches(actor, membership, { act, thing }))
}

/**
 * Lets pass who may do something.
 * @throws `second_factor_needed` where they could after a second factor, else `not_allowed`
 */
export function requireCan(actor: Actor, act: Act, thing: Thing): void {
  if (can(actor, act, thing)) return
  const couldBe = can({ ...actor, hasSecondFactor: true }, act, thing)
  throw new AppError(couldBe ? 'second_factor_needed' : 'not_allowed')
}

/** @returns the organizations in which somebody may do something to the whole of it. */
export function organizationsWhere(actor: Actor, act: Act): string[] {
  const ids = new Set(actor.memberships.map(({ organizationId }) => organizationId))
  return [...ids].filter((organizationId) => can(actor, act, { organizationId }))
}

function isOwner({ userId }: Actor, holder: Holder, { thing, isMember }: { thing: Thing; isMember: boolean }): boolean {
  if (thing.ownerId !== userId) return false
  return holder === owner || (holder === memberOwner && isMember)
}

function reaches(
  { hasSecondFactor }: Actor,
  { role, departmentId }: Membership,
  { act, thing }: { act: Act; thing: Thing }
): boolean {
  if (holders[act] === roles) return true
  if (strongRoles.includes(role) && !hasSecondFactor) return false
  return role !== 'manager' || departmentId === null || departmentId === thing.departmentId
}
