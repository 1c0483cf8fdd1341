import { offeringSchema } from '#machines/activity/offering.ts'
import { AppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getEditable } from '../activities/office.ts'
import { auditOffering } from './keep-offering.ts'
import { getSeenDocument } from './seen.ts'

export type OfferingRemoval = { actor: Actor; activityId: string; offeringId: string; seen: string; now: Date }

/**
 * Takes a credit out of an activity. Versions that are open, and what was claimed, keep it.
 * @throws `activity_not_found`, `offering_not_found`, `not_allowed`, `second_factor_needed`, `stale_form`
 */
export function removeOffering(db: Db, removal: OfferingRemoval): Promise<void> {
  const { actor, activityId, offeringId, now } = removal
  return inTransaction(db, async (db) => {
    const { organizationId } = await getEditable(db, { actor, activityId })
    const before = await getSeenDocument(db, removal)
    const { numDeletedRows } = await db
      .deleteFrom('creditOffering')
      .where('id', '=', offeringId)
      .where('document', '=', before)
      .executeTakeFirstOrThrow()
    if (Number(numDeletedRows) !== 1) throw new AppError('stale_form')
    const offering = offeringSchema.parse(JSON.parse(before))
    await auditOffering(db, { organizationId, actor, act: 'offering.removed', activityId, offering, now })
  })
}
