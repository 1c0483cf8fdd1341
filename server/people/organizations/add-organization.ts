import { appendAudit } from '#server/record/audit/append-audit.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { Role } from '#server/record/db/schema-people.ts'
import { newId } from '#server/record/ids.ts'

/** A new organization and who has which roles in it from the start. `actorId` is null where the server adds it. */
export type NewOrganization = {
  name: string
  isDemonstration?: boolean
  departments?: readonly string[]
  userId: string
  roles: readonly Role[]
  actorId: string | null
  now: Date
}

/**
 * Adds an organization with its first member, in the transaction of whoever may do so: the setup, the demonstration or
 * the script of the person who runs the server. @returns its id
 */
export async function addOrganization(db: Db, added: NewOrganization): Promise<string> {
  const { name, isDemonstration = false, departments = [], userId, roles, actorId, now } = added
  const organizationId = newId()
  const at = now.toISOString()
  const row = { id: organizationId, name, isDemonstration: isDemonstration ? 1 : 0, createdAt: at }
  await db.insertInto('organization').values(row).execute()
  for (const department of departments)
    await db.insertInto('department').values({ id: newId(), organizationId, name: department }).execute()
  const subject = { kind: 'organization', id: organizationId }
  await appendAudit(db, { organizationId, actorId, act: 'organization.added', subject, details: { name }, now })
  await addMemberships(db, { organizationId, userId, roles, actorId, now })
  return organizationId
}

/** Gives somebody roles in an organization, those they have already aside, and logs it. */
export async function addMemberships(
  db: Db,
  { organizationId, userId, roles, actorId, now }: Omit<NewOrganization, 'name'> & { organizationId: string }
): Promise<void> {
  for (const role of roles)
    await db
      .insertInto('membership')
      .values({ id: newId(), userId, organizationId, departmentId: null, role, createdAt: now.toISOString() })
      .onConflict((conflict) => conflict.columns(['userId', 'organizationId', 'role']).doNothing())
      .execute()
  const subject = { kind: 'user', id: userId }
  const details = { roles: roles.join(' ') }
  await appendAudit(db, { organizationId, actorId, act: 'membership.added', subject, details, now })
}
