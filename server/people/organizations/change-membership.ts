import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { roles as everyRole, type Role } from '#server/record/db/schema-people.ts'
import { newId } from '#server/record/ids.ts'
import { holdMemberships, type Standing } from './hold-memberships.ts'
import { requireDepartment } from './require-department.ts'

/** What somebody is to be in an organization. `seen` is how it stood on the form, as `standingText` writes it. */
export type MembershipChange = {
  actor: Actor
  organizationId: string
  userId: string
  roles: readonly Role[]
  departmentId: string | null
  /** As a manager they see the whole organization, not their department alone. */
  managesAll: boolean
  seen: string
  now: Date
}

/**
 * Gives somebody exactly these roles, in one department or none.
 * @throws `not_allowed`, `second_factor_needed`, `choose_one` without a role, `person_not_found`,
 * `department_not_found`, `stale_form`, `last_admin`
 */
export async function changeMembership(db: Db, change: MembershipChange): Promise<void> {
  const { actor, organizationId, userId, departmentId, now } = change
  requireCan(actor, 'membership.change', { organizationId })
  if (change.roles.length === 0) throw new AppError('choose_one')
  return inTransaction(db, async (db) => {
    if (departmentId) await requireDepartment(db, { organizationId, departmentId })
    const { standing, admins } = await holdMemberships(db, { organizationId, userId })
    if (standingText(standing) !== change.seen) throw new AppError('stale_form')
    const isLast = standing.roles.includes('admin') && admins.length === 1
    if (isLast && !change.roles.includes('admin')) throw new AppError('last_admin')
    await writeRoles(db, change)
    await appendAudit(db, {
      organizationId,
      actorId: actor.userId,
      act: 'membership.changed',
      subject: { kind: 'user', id: userId },
      details: { from: standingText(standing), to: standingText({ ...change, roles: [...change.roles] }) },
      now
    })
  })
}

/** @returns how somebody stands in an organization, as one text to compare and to log. */
export function standingText({ roles, departmentId, managesAll }: Standing): string {
  const held = everyRole.filter((role) => roles.includes(role)).join(' ')
  return [held, departmentId ?? '', managesAll && roles.includes('manager') ? 'all' : ''].join('/')
}

async function writeRoles(
  db: Db,
  { organizationId, userId, roles, departmentId, managesAll, now }: MembershipChange
): Promise<void> {
  await db
    .deleteFrom('membership')
    .where('organizationId', '=', organizationId)
    .where('userId', '=', userId)
    .where('role', 'not in', [...roles])
    .execute()
  for (const role of new Set(roles)) {
    const place = role === 'manager' && managesAll ? null : departmentId
    await db
      .insertInto('membership')
      .values({ id: newId(), userId, organizationId, departmentId: place, role, createdAt: now.toISOString() })
      .onConflict((conflict) =>
        conflict.columns(['userId', 'organizationId', 'role']).doUpdateSet({ departmentId: place })
      )
      .execute()
  }
}
