import { AppError } from '#server/errors.ts'
import { mayWithin } from '#server/people/auth/chosen-organization.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { requireDepartment } from '#server/people/organizations/require-department.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'

/** Which activity is due from whom, and by which day (YYYY-MM-DD): a department, or one person of the organization. */
export type Assign = {
  actor: Actor
  organizationId: string
  activityId: string
  to: { departmentId: string } | { userId: string }
  dueOn: string
  now: Date
}

/**
 * Asks a department or a person to finish an activity. A manager of one department asks that department and its people.
 * @returns the assignment's id
 * @throws `not_allowed`, `second_factor_needed`, `activity_not_found`, `department_not_found`, `person_not_found`,
 * `due_day_past`
 */
export async function assign(db: Db, wish: Assign): Promise<string> {
  const { actor, organizationId, activityId, to, dueOn, now } = wish
  if (!mayWithin(actor, 'assignment.edit', organizationId)) requireCan(actor, 'assignment.edit', { organizationId })
  return inTransaction(db, async (db) => {
    const target = 'departmentId' in to ? { departmentId: to.departmentId, userId: null } : await placeOf(db, wish, to)
    requireCan(actor, 'assignment.edit', { organizationId, departmentId: target.departmentId })
    if ('departmentId' in to) await requireDepartment(db, { organizationId, departmentId: to.departmentId })
    await requireActivity(db, { organizationId, activityId })
    if (dueOn < dayBefore(now)) throw new AppError('due_day_past')
    const id = newId()
    // A person is asked wherever they work: only an assignment to a department names one.
    const asked = 'departmentId' in to ? target : { departmentId: null, userId: to.userId }
    await db
      .insertInto('assignment')
      .values({
        id,
        organizationId,
        activityId,
        ...asked,
        dueOn,
        createdBy: actor.userId,
        createdAt: now.toISOString()
      })
      .execute()
    const subject = { kind: 'assignment', id }
    const details = { activityId, ...asked, dueOn }
    await appendAudit(db, { organizationId, actorId: actor.userId, act: 'assignment.made', subject, details, now })
    return id
  })
}

/** @returns the department somebody works in. Throws `person_not_found` for whoever is no member. */
export async function placeOf(
  db: Db,
  { organizationId }: { organizationId: string },
  { userId }: { userId: string }
): Promise<{ departmentId: string | null; userId: string }> {
  const rows = await db
    .selectFrom('membership')
    .select('departmentId')
    .where('organizationId', '=', organizationId)
    .where('userId', '=', userId)
    .execute()
  if (rows.length === 0) throw new AppError('person_not_found')
  return { departmentId: rows.find(({ departmentId }) => departmentId !== null)?.departmentId ?? null, userId }
}

async function requireActivity(
  db: Db,
  { organizationId, activityId }: { organizationId: string; activityId: string }
): Promise<void> {
  const found = await db
    .selectFrom('activity')
    .select('id')
    .where('id', '=', activityId)
    .where('organizationId', '=', organizationId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (!found) throw new AppError('activity_not_found')
}

// Somewhere it may still be the day before that of this server's clock.
function dayBefore(now: Date): string {
  return new Date(now.getTime() - 12 * 3_600_000).toISOString().slice(0, 10)
}
