import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { readIdentifiers } from '#server/people/profiles/read-identifiers.ts'
import type { Db } from '#server/record/db/schema.ts'
import { type CompletionRow, completionRow, type ReportedIdentifiers } from './completion-row.ts'
import { type CompletionFilter, countCompletions, listCompletions } from './list-completions.ts'
import { noteExport } from './note-export.ts'
import { xlsxLimit } from './write-completions.ts'

/** `hasIdentifiers`: licenses, NPI and day of birth stand in the report, and each person's reading is logged. */
export type ExportCompletions = {
  actor: Actor
  filter: CompletionFilter
  hasIdentifiers: boolean
  fileKind: 'csv' | 'xlsx'
  now: Date
}

/** A report as it is read: `pages` reads the record only as fast as it is asked. */
export type ExportedCompletions = { rows: number; pages: AsyncGenerator<CompletionRow[]> }

/**
 * Begins a report of completed credits, and logs who asked for which.
 * @throws `not_allowed`, `second_factor_needed`, `report_too_long` where a workbook would hold too many rows
 */
export async function exportCompletions(db: Db, wanted: ExportCompletions): Promise<ExportedCompletions> {
  const { actor, filter, hasIdentifiers, fileKind, now } = wanted
  requireCan(actor, 'report.export', { organizationId: filter.organizationId })
  if (hasIdentifiers) requireCan(actor, 'license.read', { organizationId: filter.organizationId })
  const rows = await countCompletions(db, filter, { asOf: now })
  if (fileKind === 'xlsx' && rows > xlsxLimit) throw new AppError('report_too_long', { where: { rows } })
  const { organizationId } = filter
  await noteExport(db, {
    actor,
    organizationId,
    report: 'completions',
    rows,
    filter: { ...auditedFilter(filter), hasIdentifiers, fileKind },
    now
  })
  return { rows, pages: rowsOf(db, wanted) }
}

function auditedFilter({ activityId, from, to, departmentId, profession }: CompletionFilter) {
  return {
    activityId: activityId ?? null,
    from: from ?? null,
    to: to ?? null,
    departmentId: departmentId ?? null,
    profession: profession ?? null
  }
}

async function* rowsOf(
  db: Db,
  { actor, filter, hasIdentifiers, now }: ExportCompletions
): AsyncGenerator<CompletionRow[]> {
  const read = hasIdentifiers ? identifierReader(db, { actor, organizationId: filter.organizationId, now }) : undefined
  for await (const page of listCompletions(db, filter, { asOf: now })) {
    const rows: CompletionRow[] = []
    for (const completion of page) rows.push(completionRow(completion, await read?.(completion.userId)))
    yield rows
  }
}

type Reading = { actor: Actor; organizationId: string; now: Date }

// Completions come one person after the other, so that each is read, and logged, once.
function identifierReader(db: Db, reading: Reading): (userId: string) => Promise<ReportedIdentifiers> {
  let last: { userId: string; identifiers: ReportedIdentifiers } | undefined
  return async (userId) => {
    if (last?.userId === userId) return last.identifiers
    const identifiers = await readIdentifiers(db, { ...reading, userId, purpose: 'completion report' })
    last = { userId, identifiers }
    return identifiers
  }
}
