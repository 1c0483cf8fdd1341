import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf } from '#server/record/ids.ts'

/**
 * @returns a credit's document as it is kept, where it is the one that a form showed
 * @throws `offering_not_found` where the activity has no such credit, `stale_form` where somebody changed it since
 */
export async function getSeenDocument(
  db: Db,
  { activityId, offeringId, seen }: { activityId: string; offeringId: string; seen: string }
): Promise<string> {
  const row = await db
    .selectFrom('creditOffering')
    .select('document')
    .where('id', '=', offeringId)
    .where('activityId', '=', activityId)
    .executeTakeFirst()
  if (!row) throw new AppError('offering_not_found')
  if (hashOf(row.document) !== seen) throw new AppError('stale_form')
  return row.document
}
