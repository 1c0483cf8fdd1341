import type { Db } from '#server/record/db/schema.ts'
import { listActivityNames } from '../activities/find-name.ts'
import { listOfferings } from '../offerings/queries.ts'

/** A credit of an activity that shows one version of a statement. */
export type StatementUse = {
  statementId: string
  version: number
  activityId: string
  activityTitle: string
  offeringLabel: string
}

/** @returns where an organization's statements are chosen, as its activities stand today; what is open keeps its own. */
export async function listStatementUses(db: Db, organizationId: string): Promise<StatementUse[]> {
  const uses: StatementUse[] = []
  for (const { id: activityId, title } of await listActivityNames(db, organizationId)) {
    for (const { statement, label } of await listOfferings(db, activityId))
      if (statement)
        uses.push({
          statementId: statement.id,
          version: statement.version,
          activityId,
          activityTitle: title,
          offeringLabel: label
        })
  }
  return uses
}
