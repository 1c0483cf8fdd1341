import { AppError } from '#server/errors.ts'
import { type Actor, can, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { auditedContent } from './sign-contents.ts'

export type Withdrawal = { actor: Actor; signOffId: string; reason: string; now: Date }

/**
 * Takes a signature back: its reader their own, the office any of its organization. It is gone from here, the log says
 * that it was; versions that are open keep it.
 * @throws `sign_off_not_found`, `not_allowed`, `second_factor_needed`, `reason_missing`, `form_incomplete`
 */
export async function withdrawSignOff(db: Db, { actor, signOffId, reason, now }: Withdrawal): Promise<void> {
  await inTransaction(db, async (db) => {
    const row = await db.selectFrom('signOff').selectAll().where('id', '=', signOffId).executeTakeFirst()
    if (!row || !can(actor, 'activity.view', row)) throw new AppError('sign_off_not_found')
    const isOwn = row.reviewerId === actor.userId && can(actor, 'content.signOff', row)
    if (!isOwn) requireCan(actor, 'activity.edit', row)
    const why = reason.trim()
    if (why === '') throw new AppError('reason_missing')
    if (why.length > 600) throw new AppError('form_incomplete')
    const { numDeletedRows } = await db.deleteFrom('signOff').where('id', '=', signOffId).executeTakeFirstOrThrow()
    if (Number(numDeletedRows) !== 1) throw new AppError('sign_off_not_found')
    const { organizationId } = row
    const subject = { kind: 'signOff', id: row.id }
    const details = auditedContent(row)
    const act = 'signOff.withdrawn'
    await appendAudit(db, { organizationId, actorId: actor.userId, act, subject, reason: why, details, now })
  })
}
