import { z } from 'zod'
import type { Db } from '#server/record/db/schema.ts'
import { listOfferings } from '../offerings/queries.ts'

/** A credit of an activity that shows one version of a statement. */
export type StatementUse = {
  statementId: string
  version: number
  activityId: string
  activityTitle: string
  offeringLabel: string
}

const titleSchema = z.object({ title: z.string() })

/** @returns where an organization's statements are chosen, as its activities stand today; what is open keeps its own. */
export async function listStatementUses(db: Db, organizationId: string): Promise<StatementUse[]> {
  const activities = await db
    .selectFrom('activity')
    .select(['id', 'draft'])
    .where('organizationId', '=', organizationId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const uses: StatementUse[] = []
  for (const { id: activityId, draft } of activities) {
    const { title } = titleSchema.parse(JSON.parse(draft))
    for (const { statement, label } of await listOfferings(db, activityId))
      if (statement)
        uses.push({
          statementId: statement.id,
          version: statement.version,
          activityId,
          activityTitle: title || 'Activity without a title',
          offeringLabel: label
        })
  }
  return uses
}
