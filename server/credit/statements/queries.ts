import { type Body, bodyIds } from '#machines/activity/offering.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { StatementTable } from '#server/record/db/schema-credit.ts'

/** One version of an accreditor's sentence as the office pasted it, placeholders and all. */
export type StatementVersion = { id: string; version: number; body: Body; text: string; createdAt: string }

/** A statement with all its versions, the newest first; `body` is the same in all of them. */
export type Statement = { id: string; body: Body; versions: [StatementVersion, ...StatementVersion[]] }

/** @returns the statements of an organization, by body in the order in which bodies are listed. */
export async function listStatements(db: Db, organizationId: string): Promise<Statement[]> {
  const rows = await db
    .selectFrom('statement')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
  const byId = Map.groupBy(rows.map(versionOf), ({ id }) => id)
  const found = [...byId.values()].map(statementOf).filter((statement) => statement !== undefined)
  return found.sort((one, other) => bodyIds.indexOf(one.body) - bodyIds.indexOf(other.body))
}

/** @returns one version of a statement of this organization. Throws `statement_not_found`. */
export async function getStatement(
  db: Db,
  { organizationId, id, version }: { organizationId: string; id: string; version: number }
): Promise<StatementVersion> {
  const row = await db
    .selectFrom('statement')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw new AppError('statement_not_found')
  return versionOf(row)
}

function statementOf([newest, ...older]: readonly StatementVersion[]): Statement | undefined {
  return newest && { id: newest.id, body: newest.body, versions: [newest, ...older] }
}

function versionOf({ id, version, body, text, createdAt }: StatementTable): StatementVersion {
  const known = bodyIds.find((each) => each === body)
  if (!known) throw new AppError('log_corrupt', { where: { statement: id } })
  return { id, version, body: known, text, createdAt }
}
