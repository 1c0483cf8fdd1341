import type { OfferingTerms } from '#machines/activity/offering-rules.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import { getEditable } from '../activities/office.ts'
import { nextPosition } from '../next-position.ts'
import { auditOffering, checkedOffering } from './keep-offering.ts'

export type NewOffering = { actor: Actor; activityId: string; terms: OfferingTerms; now: Date }

/**
 * Adds a credit to an activity, after those it offers already. What is open stays as it was opened.
 * @returns its id
 * @throws `activity_not_found`, `not_allowed`, `second_factor_needed`, and what `checkedOffering` throws
 */
export function addOffering(db: Db, { actor, activityId, terms, now }: NewOffering): Promise<string> {
  return inTransaction(db, async (db) => {
    const { organizationId } = await getEditable(db, { actor, activityId })
    const offering = await checkedOffering(db, { organizationId, id: newId(), terms })
    const position = await nextPosition(db, 'creditOffering', activityId)
    const row = { id: offering.id, activityId, position, document: JSON.stringify(offering) }
    await db.insertInto('creditOffering').values(row).execute()
    await auditOffering(db, { organizationId, actor, act: 'offering.added', activityId, offering, now })
    return offering.id
  })
}
