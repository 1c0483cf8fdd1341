import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import type { Db } from '#server/record/db/schema.ts'
import { type AuditFilter, type AuditLine, linesOf } from './list-audit.ts'

const pageSize = 500

/**
 * Gives the lines that a filter asks for, the oldest first, a page at a time; that they were taken is written into the
 * log itself, after the last of them.
 * @throws `not_allowed`, `second_factor_needed`
 */
export async function exportAudit(
  db: Db,
  { actor, filter, now }: { actor: Actor; filter: AuditFilter; now: Date }
): Promise<AsyncGenerator<AuditLine[]>> {
  const { organizationId, ...narrowed } = filter
  requireCan(actor, 'audit.read', { organizationId })
  const { last } = await db
    .selectFrom('auditEvent')
    .select(({ fn }) => fn.max('seq').as('last'))
    .executeTakeFirstOrThrow()
  const words = Object.entries(narrowed).flatMap(([name, value]) => (value ? [[name, value]] : []))
  await appendAudit(db, {
    organizationId,
    actorId: actor.userId,
    act: 'audit.exported',
    subject: { kind: 'organization', id: organizationId },
    details: { ...Object.fromEntries(words), lastLine: last ?? 0 },
    now
  })
  return pagesOf(db, filter, last ?? 0)
}

async function* pagesOf(db: Db, filter: AuditFilter, last: number): AsyncGenerator<AuditLine[]> {
  let after = 0
  while (after < last) {
    const page = await linesOf(db, filter)
      .where('auditEvent.seq', '>', after)
      .where('auditEvent.seq', '<=', last)
      .orderBy('auditEvent.seq')
      .limit(pageSize)
      .execute()
    if (page.length > 0) yield page
    after = page.at(-1)?.seq ?? last
  }
}
