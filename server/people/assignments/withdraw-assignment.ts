import { AppError } from '#server/errors.ts'
import { mayWithin } from '#server/people/auth/chosen-organization.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { placeOf } from './assign.ts'

/**
 * Takes an assignment back; what was done for it stays.
 * @throws `assignment_not_found`, also for one withdrawn already, `not_allowed`, `second_factor_needed`
 */
export async function withdrawAssignment(
  db: Db,
  {
    actor,
    organizationId,
    assignmentId,
    now
  }: { actor: Actor; organizationId: string; assignmentId: string; now: Date }
): Promise<void> {
  if (!mayWithin(actor, 'assignment.edit', organizationId)) requireCan(actor, 'assignment.edit', { organizationId })
  return inTransaction(db, async (db) => {
    const held = await db
      .updateTable('assignment')
      .set({ withdrawnAt: now.toISOString() })
      .where('id', '=', assignmentId)
      .where('organizationId', '=', organizationId)
      .where('withdrawnAt', 'is', null)
      .returning(['departmentId', 'userId'])
      .executeTakeFirst()
    if (!held) throw new AppError('assignment_not_found')
    const { userId } = held
    const { departmentId } = userId ? await placeOf(db, { organizationId }, { userId }) : held
    requireCan(actor, 'assignment.edit', { organizationId, departmentId })
    const subject = { kind: 'assignment', id: assignmentId }
    await appendAudit(db, { organizationId, actorId: actor.userId, act: 'assignment.withdrawn', subject, now })
  })
}
