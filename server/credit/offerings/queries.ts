import { type CreditOffering, offeringSchema } from '#machines/activity/offering.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf } from '#server/record/ids.ts'

/** A credit with what a form must give back, so that nobody overwrites what they have not seen. */
export type SeenOffering = { offering: CreditOffering; seen: string }

/** @returns the credits that an activity offers, in the office's order. */
export async function listOfferings(db: Db, activityId: string): Promise<CreditOffering[]> {
  return (await listSeenOfferings(db, activityId)).map(({ offering }) => offering)
}

/** @returns the same, each with the mark of its present text. */
export async function listSeenOfferings(db: Db, activityId: string): Promise<SeenOffering[]> {
  const rows = await db
    .selectFrom('creditOffering')
    .select('document')
    .where('activityId', '=', activityId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ document }) => ({ offering: offeringSchema.parse(JSON.parse(document)), seen: hashOf(document) }))
}
