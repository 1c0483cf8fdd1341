import { type ReadEvaluations, readEvaluations } from '#server/credit/evaluations/read-evaluations.ts'
import { evaluationHead, evaluationRows } from '#server/credit/evaluations/write-evaluations.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import { noteExport } from './note-export.ts'
import { csvOf } from './write-csv.ts'

type Wanted = { actor: Actor; organizationId: string; activityId: string; now: Date }

/**
 * @param words the words of each objective by its id, in order
 * @returns what `readEvaluations` shows, as CSV; the log notes that it was taken
 * @throws `not_allowed`, `second_factor_needed`, `activity_not_found`
 */
export async function exportEvaluations(
  db: Db,
  { words, ...wanted }: Wanted & { words: ReadonlyMap<string, string> }
): Promise<string> {
  const { summaries }: ReadEvaluations = await readEvaluations(db, { ...wanted, objectives: [...words.keys()] })
  const rows = evaluationRows(summaries, (objective) => words.get(objective) ?? objective)
  const { activityId } = wanted
  await noteExport(db, { ...wanted, report: 'evaluations', rows: rows.length, filter: { activityId } })
  return csvOf([evaluationHead, ...rows])
}
