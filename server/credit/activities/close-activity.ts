import { AppError } from '#server/errors.ts'
import { requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getEditable, type OfficeAsks } from './office.ts'

type Closing = OfficeAsks & { reason: string; now: Date }

/**
 * Closes an activity for new credit, with a reason that is kept in the log. Its content, and what was claimed, stay.
 * @throws `reason_missing`, `activity_not_open`, `activity_not_found`, `not_allowed`, `second_factor_needed`
 */
export function closeActivity(db: Db, closing: Closing): Promise<void> {
  const { actor, activityId, now } = closing
  const reason = closing.reason.trim()
  const closedAt = now.toISOString()
  return inTransaction(db, async (db) => {
    const row = await getEditable(db, closing)
    requireCan(actor, 'activity.open', row)
    if (reason === '') throw new AppError('reason_missing')
    const closed = await db
      .updateTable('activity')
      .set(({ eb }) => ({ state: 'closed', openVersion: null, revision: eb('revision', '+', 1), updatedAt: closedAt }))
      .where('id', '=', activityId)
      .where('state', '=', 'open')
      .executeTakeFirst()
    if (closed.numUpdatedRows === 0n) throw new AppError('activity_not_open')
    await db
      .updateTable('activityVersion')
      .set({ closedAt })
      .where('activityId', '=', activityId)
      .where('closedAt', 'is', null)
      .execute()
    await appendAudit(db, {
      organizationId: row.organizationId,
      actorId: actor.userId,
      act: 'activity.closed',
      subject: { kind: 'activity', id: activityId },
      reason,
      details: { version: row.openVersion },
      now
    })
  })
}
