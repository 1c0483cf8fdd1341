import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { requireDepartment } from './require-department.ts'

type Within = { actor: Actor; organizationId: string; now: Date }

/** Adds a department. Throws `not_allowed`, `second_factor_needed`, `department_exists`. */
export async function addDepartment(db: Db, { name, ...within }: Within & { name: string }): Promise<string> {
  const { actor, organizationId } = within
  requireCan(actor, 'department.edit', { organizationId })
  return inTransaction(db, async (db) => {
    const id = newId()
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('department')
      .values({ id, organizationId, name })
      .onConflict((conflict) => conflict.columns(['organizationId', 'name']).doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) throw new AppError('department_exists')
    await audit(db, within, { act: 'department.added', id, name })
    return id
  })
}

/** Renames a department. Throws what adding one does, and `department_not_found`. */
export async function renameDepartment(
  db: Db,
  { departmentId, name, ...within }: Within & { departmentId: string; name: string }
): Promise<void> {
  const { actor, organizationId } = within
  requireCan(actor, 'department.edit', { organizationId })
  return inTransaction(db, async (db) => {
    await requireDepartment(db, { organizationId, departmentId })
    const { numUpdatedRows } = await db
      .updateTable('department')
      .set({ name })
      .where('id', '=', departmentId)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('department as other')
              .select('other.id')
              .where('other.organizationId', '=', organizationId)
              .where('other.name', '=', name)
              .where('other.id', '!=', departmentId)
          )
        )
      )
      .executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) throw new AppError('department_exists')
    await audit(db, within, { act: 'department.renamed', id: departmentId, name })
  })
}

/**
 * Removes a department: its people stay, without one, and a manager of it alone, or who was invited to be, manages
 * nothing until an admin says what; what was assigned to it is withdrawn. Throws `not_allowed`, `second_factor_needed`, `department_not_found`.
 */
export async function removeDepartment(
  db: Db,
  { departmentId, ...within }: Within & { departmentId: string }
): Promise<void> {
  const { actor, organizationId } = within
  requireCan(actor, 'department.edit', { organizationId })
  return inTransaction(db, async (db) => {
    await requireDepartment(db, { organizationId, departmentId })
    await keepManagers(db, { departmentId, ...within })
    await db.deleteFrom('membership').where('departmentId', '=', departmentId).where('role', '=', 'manager').execute()
    await leaveDepartment(db, departmentId)
    await db.deleteFrom('department').where('id', '=', departmentId).execute()
    await audit(db, within, { act: 'department.removed', id: departmentId })
  })
}

// A manager without a department would see the whole organization, so they become learners.
async function keepManagers(
  db: Db,
  { departmentId, organizationId, now }: Within & { departmentId: string }
): Promise<void> {
  const managers = await db
    .selectFrom('membership')
    .select('userId')
    .where('departmentId', '=', departmentId)
    .where('role', '=', 'manager')
    .execute()
  const learner = { organizationId, departmentId: null, role: 'learner' as const, createdAt: now.toISOString() }
  for (const { userId } of managers)
    await db
      .insertInto('membership')
      .values({ id: newId(), userId, ...learner })
      .onConflict((conflict) => conflict.columns(['userId', 'organizationId', 'role']).doNothing())
      .execute()
}

// Not by the database: whoever comes to manage the department meanwhile would be left with the whole organization.
async function leaveDepartment(db: Db, departmentId: string): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ role: 'learner' })
    .where('departmentId', '=', departmentId)
    .where('role', '=', 'manager')
    .where('acceptedAt', 'is', null)
    .execute()
  await db.updateTable('invitation').set({ departmentId: null }).where('departmentId', '=', departmentId).execute()
  await db.updateTable('membership').set({ departmentId: null }).where('departmentId', '=', departmentId).execute()
}

/** Renames an organization; what was issued under its name keeps it. Throws `not_allowed`, `second_factor_needed`. */
export async function renameOrganization(db: Db, { name, ...within }: Within & { name: string }): Promise<void> {
  const { actor, organizationId } = within
  requireCan(actor, 'organization.edit', { organizationId })
  return inTransaction(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('organization')
      .set({ name })
      .where('id', '=', organizationId)
      .where('isDemonstration', '=', 0)
      .executeTakeFirstOrThrow()
    // The fictional one must say in its name what it is.
    if (numUpdatedRows !== 1n) throw new AppError('organization_not_found')
    const subject = { kind: 'organization', id: organizationId }
    const { now } = within
    await appendAudit(db, {
      organizationId,
      actorId: actor.userId,
      act: 'organization.renamed',
      subject,
      details: { name },
      now
    })
  })
}

async function audit(
  db: Db,
  { actor, organizationId, now }: Within,
  { act, id, name = null }: { act: string; id: string; name?: string | null }
): Promise<void> {
  const subject = { kind: 'department', id }
  return appendAudit(db, { organizationId, actorId: actor.userId, act, subject, details: { name }, now })
}
