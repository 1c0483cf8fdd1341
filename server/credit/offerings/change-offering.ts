import type { OfferingTerms } from '#machines/activity/offering-rules.ts'
import { AppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getEditable } from '../activities/office.ts'
import { auditOffering, checkedOffering } from './keep-offering.ts'
import { getSeenDocument } from './seen.ts'

/** `seen` is the mark of the document that the form showed. */
export type OfferingChange = {
  actor: Actor
  activityId: string
  offeringId: string
  seen: string
  terms: OfferingTerms
  now: Date
}

/**
 * Replaces a credit of an activity. What is open stays as it was opened.
 * @throws `activity_not_found`, `offering_not_found`, `not_allowed`, `second_factor_needed`, `stale_form`, and what
 *   `checkedOffering` throws
 */
export function changeOffering(db: Db, change: OfferingChange): Promise<void> {
  const { actor, activityId, offeringId, now } = change
  return inTransaction(db, async (db) => {
    const { organizationId } = await getEditable(db, { actor, activityId })
    const before = await getSeenDocument(db, change)
    const offering = await checkedOffering(db, { organizationId, id: offeringId, terms: change.terms })
    const { numUpdatedRows } = await db
      .updateTable('creditOffering')
      .set({ document: JSON.stringify(offering) })
      .where('id', '=', offeringId)
      .where('activityId', '=', activityId)
      .where('document', '=', before)
      .executeTakeFirstOrThrow()
    if (Number(numUpdatedRows) !== 1) throw new AppError('stale_form')
    await auditOffering(db, { organizationId, actor, act: 'offering.changed', activityId, offering, now })
  })
}
