import type { Body } from '#machines/activity/offering.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { statementText } from './statement-text.ts'

/** A statement as the office pasted it; the software adds no word of its own. */
export type NewStatement = { actor: Actor; organizationId: string; body: Body; text: string; now: Date }

/**
 * Keeps an accreditor's sentence as version 1.
 * @returns its id
 * @throws `not_allowed`, `second_factor_needed`, and what `statementText` throws
 */
export async function addStatement(db: Db, statement: NewStatement): Promise<string> {
  const { actor, organizationId, body, now } = statement
  requireCan(actor, 'activity.edit', { organizationId })
  const text = statementText(statement.text)
  const id = newId()
  await inTransaction(db, async (db) => {
    const row = { id, organizationId, version: 1, body, text, createdAt: now.toISOString(), createdBy: actor.userId }
    await db.insertInto('statement').values(row).execute()
    await appendAudit(db, {
      organizationId,
      actorId: actor.userId,
      act: 'statement.added',
      subject: { kind: 'statement', id },
      details: { body, version: 1 },
      now
    })
  })
  return id
}
