import { type ActivityDraft, draftSchema } from '#machines/activity/draft.ts'
import { listContributors } from '#server/credit/contributors/queries.ts'
import { listOfferings } from '#server/credit/offerings/queries.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { insertActivity } from './create-activity.ts'
import { getEditable, type OfficeAsks } from './office.ts'

type Duplicating = OfficeAsks & { format: ActivityDraft['format']; now: Date }

/**
 * Begins another activity of the same course with what the office wrote, as for a live version of a self-paced one.
 * Numbers that an accreditor gave to the one activity are not copied.
 * @returns its id
 * @throws `activity_not_found`, `not_allowed`, `second_factor_needed`
 */
export function duplicateActivity(db: Db, { actor, activityId, format, now }: Duplicating): Promise<string> {
  return inTransaction(db, async (db) => {
    const { organizationId, courseId, draft: written } = await getEditable(db, { actor, activityId })
    const draft = { ...draftSchema.parse(JSON.parse(written)), format }
    const copy = await insertActivity(db, { actor, organizationId, courseId, draft, now })
    const offerings = await listOfferings(db, activityId)
    await insertParts(
      db,
      'creditOffering',
      offerings.map((offering) => ({ ...offering, deliveryFormat: format, activityNumber: '' })),
      copy
    )
    await insertParts(db, 'contributor', await listContributors(db, activityId), copy)
    return copy
  })
}

async function insertParts(
  db: Db,
  table: 'creditOffering' | 'contributor',
  parts: readonly object[],
  activityId: string
): Promise<void> {
  const rows = parts.map((part, position) => {
    const id = newId()
    return { id, activityId, position, document: JSON.stringify({ ...part, id }) }
  })
  if (rows.length > 0) await db.insertInto(table).values(rows).execute()
}
