import { AppError } from '#server/errors.ts'
import { type Actor, can, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { statementText } from './statement-text.ts'

/** New words for a statement. `seenVersion` is the newest version that its page showed. */
export type StatementChange = { actor: Actor; statementId: string; seenVersion: number; text: string; now: Date }

/**
 * Adds a version with the new words. Credits keep the version they chose until somebody chooses again, and what is open
 * keeps its text.
 * @returns the number of the new version
 * @throws `statement_not_found`, `not_allowed`, `second_factor_needed`, `stale_form` where there is a newer version,
 *   `statement_unchanged`, and what `statementText` throws
 */
export async function changeStatement(db: Db, change: StatementChange): Promise<number> {
  const { actor, statementId, seenVersion } = change
  return inTransaction(db, async (db) => {
    const newest = await getNewest(db, statementId)
    const { organizationId, body } = newest
    if (!can(actor, 'activity.view', { organizationId })) throw notFound(statementId)
    requireCan(actor, 'activity.edit', { organizationId })
    const text = statementText(change.text)
    if (newest.version !== seenVersion) throw new AppError('stale_form')
    if (newest.text === text) throw new AppError('statement_unchanged')
    const version = newest.version + 1
    await insertOnce(db, { id: statementId, organizationId, version, body, text, ...stamp(change) })
    await appendAudit(db, {
      organizationId,
      actorId: actor.userId,
      act: 'statement.changed',
      subject: { kind: 'statement', id: statementId },
      details: { body, version },
      now: change.now
    })
    return version
  })
}

async function getNewest(db: Db, id: string) {
  const newest = await db
    .selectFrom('statement')
    .selectAll()
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) throw notFound(id)
  return newest
}

type Row = { id: string; organizationId: string; version: number; body: string; text: string; createdAt: string }

// Of two that add the same number at once, the second finds it taken.
async function insertOnce(db: Db, row: Row & { createdBy: string }): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('statement')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (Number(numInsertedOrUpdatedRows) !== 1) throw new AppError('stale_form')
}

function stamp({ now, actor }: StatementChange) {
  return { createdAt: now.toISOString(), createdBy: actor.userId }
}

function notFound(id: string): AppError {
  return new AppError('statement_not_found', { where: { statement: id } })
}
