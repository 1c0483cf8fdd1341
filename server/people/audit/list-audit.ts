import { sql } from 'kysely'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { AuditEventTable } from '#server/record/db/schema-people.ts'

/**
 * Which lines of an organization's log are asked for. `who` is part of a name, an address or an id of whoever acted;
 * `from` and `to` are days (YYYY-MM-DD) in UTC, both within.
 */
export type AuditFilter = {
  organizationId: string
  act?: string | undefined
  who?: string | undefined
  subjectKind?: string | undefined
  subjectId?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** One line, with the name of whoever acted where their account still exists. */
export type AuditLine = AuditEventTable & { actorName: string | null; actorEmail: string | null }

/** How many lines a page has. */
export const pageLength = 50

type Asked = { actor: Actor; filter: AuditFilter; before?: number | undefined }

/**
 * Reads a page of the log, the newest lines first.
 * @param before the number of the last line of the page before
 * @returns the lines, and where the next page begins if there is one
 * @throws `not_allowed`, `second_factor_needed`
 */
export async function listAudit(
  db: Db,
  { actor, filter, before }: Asked
): Promise<{ lines: AuditLine[]; next: number | undefined }> {
  requireCan(actor, 'audit.read', { organizationId: filter.organizationId })
  const rows = await linesOf(db, filter)
    .$if(before !== undefined, (query) => query.where('auditEvent.seq', '<', before ?? 0))
    .orderBy('auditEvent.seq', 'desc')
    .limit(pageLength + 1)
    .execute()
  const lines = rows.slice(0, pageLength)
  return { lines, next: rows.length > pageLength ? lines.at(-1)?.seq : undefined }
}

/** @returns the acts and the kinds of things that the log of an organization names. Throws as `listAudit` does. */
export async function listAuditWords(
  db: Db,
  { actor, organizationId }: { actor: Actor; organizationId: string }
): Promise<{ acts: string[]; kinds: string[] }> {
  requireCan(actor, 'audit.read', { organizationId })
  const rows = await db
    .selectFrom('auditEvent')
    .select(['act', 'subjectKind'])
    .distinct()
    .where('organizationId', '=', organizationId)
    .execute()
  const sorted = (words: string[]) => [...new Set(words)].toSorted()
  return { acts: sorted(rows.map(({ act }) => act)), kinds: sorted(rows.map(({ subjectKind }) => subjectKind)) }
}

/** The lines that a filter asks for, for verbs of this folder alone, which ask first who may. */
export function linesOf(db: Db, filter: AuditFilter) {
  const { organizationId, act, who, subjectKind, subjectId, from, to } = filter
  return db
    .selectFrom('auditEvent')
    .leftJoin('user', 'user.id', 'auditEvent.actorId')
    .selectAll('auditEvent')
    .select(['user.name as actorName', 'user.email as actorEmail'])
    .where('auditEvent.organizationId', '=', organizationId)
    .$if(Boolean(act), (query) => query.where('auditEvent.act', '=', act ?? ''))
    .$if(Boolean(subjectKind), (query) => query.where('auditEvent.subjectKind', '=', subjectKind ?? ''))
    .$if(Boolean(subjectId), (query) => query.where('auditEvent.subjectId', '=', subjectId ?? ''))
    .$if(Boolean(from), (query) => query.where('auditEvent.at', '>=', `${from}T00:00:00.000Z`))
    .$if(Boolean(to), (query) => query.where('auditEvent.at', '<=', `${to}T23:59:59.999Z`))
    .$if(Boolean(who), (query) =>
      query.where(({ or, eb }) =>
        or([eb('auditEvent.actorId', '=', who ?? ''), holds('user.name', who ?? ''), holds('user.email', who ?? '')])
      )
    )
}

// Signs that would stand for others are taken as they are.
function holds(column: 'user.name' | 'user.email', part: string) {
  const pattern = `%${part.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`
}
