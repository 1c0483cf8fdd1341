import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { Role } from '#server/record/db/schema-people.ts'

/** How somebody stands in an organization. */
export type Standing = { roles: readonly Role[]; departmentId: string | null; managesAll: boolean }

/**
 * Reads how somebody stands in an organization, and who administers it, and keeps both from changing until the
 * transaction ends: two admins cannot take the role from each other at once. Throws `person_not_found`.
 */
export async function holdMemberships(
  db: Db,
  { organizationId, userId }: { organizationId: string; userId: string }
): Promise<{ standing: Standing; admins: string[] }> {
  await db
    .updateTable('organization')
    .set(({ ref }) => ({ name: ref('name') }))
    .where('id', '=', organizationId)
    .execute()
  const rows = await db
    .selectFrom('membership')
    .select(['userId', 'role', 'departmentId'])
    .where('organizationId', '=', organizationId)
    .where(({ or, eb }) => or([eb('userId', '=', userId), eb('role', '=', 'admin')]))
    .orderBy('role')
    .execute()
  const held = rows.filter((row) => row.userId === userId)
  if (held.length === 0) throw new AppError('person_not_found')
  const standing = {
    roles: held.map(({ role }) => role),
    departmentId: held.find(({ departmentId }) => departmentId !== null)?.departmentId ?? null,
    managesAll: held.some(({ role, departmentId }) => role === 'manager' && departmentId === null)
  }
  return { standing, admins: rows.filter(({ role }) => role === 'admin').map((row) => row.userId) }
}
