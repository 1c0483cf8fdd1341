import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { addOrganization } from './add-organization.ts'

/** The name says what it is wherever it stands. */
export const demonstrationName = 'Example Hospital (demonstration, accredited by nobody)'

const departments = ['Emergency department', 'Labor and delivery', 'Clinic', 'Social work']

/**
 * Adds the fictional organization for looking around, once in an installation; whoever asks for it coordinates it.
 * @param organizationId one that the actor administers
 * @returns the id of the new organization
 * @throws `not_allowed`, `second_factor_needed`, `demonstration_exists`
 */
export async function addDemonstration(
  db: Db,
  { actor, organizationId, now }: { actor: Actor; organizationId: string; now: Date }
): Promise<string> {
  requireCan(actor, 'organization.edit', { organizationId })
  return inTransaction(db, async (db) => addDemonstrationFor(db, { userId: actor.userId, now }))
}

/** The same for the setup, where nobody acts yet who could be asked for a role. */
export async function addDemonstrationFor(db: Db, { userId, now }: { userId: string; now: Date }): Promise<string> {
  if (await hasDemonstration(db)) throw new AppError('demonstration_exists')
  return addOrganization(db, {
    name: demonstrationName,
    isDemonstration: true,
    departments,
    userId,
    roles: ['admin', 'coordinator'],
    actorId: userId,
    now
  })
}

/** @returns whether the fictional organization is there already. */
export async function hasDemonstration(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom('organization')
    .select('id')
    .where('isDemonstration', '=', 1)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
