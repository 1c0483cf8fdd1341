import { AppError } from '#server/errors.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getEditable } from '../activities/office.ts'
import { auditOffering } from './keep-offering.ts'
import { listOfferings } from './queries.ts'

export type OfferingMove = { actor: Actor; activityId: string; offeringId: string; by: -1 | 1; now: Date }

/**
 * Moves a credit one place up (`-1`) or down (`1`) among those of its activity; at the end it stays.
 * @throws `activity_not_found`, `offering_not_found`, `not_allowed`, `second_factor_needed`
 */
export function moveOffering(db: Db, { actor, activityId, offeringId, by, now }: OfferingMove): Promise<void> {
  return inTransaction(db, async (db) => {
    const { organizationId } = await getEditable(db, { actor, activityId })
    const offerings = await listOfferings(db, activityId)
    const from = offerings.findIndex(({ id }) => id === offeringId)
    const offering = offerings[from]
    if (!offering) throw new AppError('offering_not_found')
    const order = offerings.toSpliced(from, 1).toSpliced(Math.max(0, from + by), 0, offering)
    for (const [position, { id }] of order.entries())
      await db.updateTable('creditOffering').set({ position }).where('id', '=', id).execute()
    await auditOffering(db, { organizationId, actor, act: 'offering.moved', activityId, offering, now })
  })
}
