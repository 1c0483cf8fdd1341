import type { ClaimOpened, WorkFinished } from '#machines/claim/events.ts'
import { claimState, startClaim, takeClaimStep } from '#machines/claim/standing.ts'
import { AppError } from '#server/errors.ts'
import { requireCan } from '#server/people/auth/permissions.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { openStream } from '#server/record/events/append.ts'
import { newId } from '#server/record/ids.ts'
import { type Credit, openedOf } from '../participations/credits.ts'
import { getMyActivity, type UnderWay } from '../participations/my-activity.ts'
import { findParticipation, type WhoseActivity } from '../participations/queries.ts'
import { settle } from '../participations/settle.ts'
import { type Teaching, teachingHere } from '../participations/teaching.ts'

type OpenClaim = WhoseActivity & { offeringId: string; now: Date; teaching?: Teaching }

/**
 * Opens a claim of one credit that the work on this way has earned, or takes up the one that is open. All that holds
 * outside stands in its first event. The evaluation may still be missing.
 * @returns the claim's id
 * @throws `activity_not_found`, `front_matter_unread`, `offering_not_found`, and whatever stands against the credit
 */
export function openClaim(db: Db, { offeringId, teaching = teachingHere(), ...asked }: OpenClaim): Promise<string> {
  return inTransaction(db, async (db) => {
    const underWay = await settledWay(db, { ...asked, teaching })
    const { participation, credits } = underWay
    requireCan(asked.actor, 'claim.act', {
      organizationId: participation.organizationId,
      ownerId: participation.userId
    })
    const credit = credits.find(({ offering }) => offering.id === offeringId)
    if (!credit) throw new AppError('offering_not_found')
    if (credit.claim?.participationId === participation.id) return credit.claim.id
    const { fault, finished } = credit
    if (fault !== undefined && fault !== 'evaluation_missing') throw new AppError(fault)
    if (!finished) throw new AppError('work_unfinished')
    return storeClaim(db, underWay, { ...credit, finished }, asked.now)
  })
}

async function settledWay(db: Db, asked: WhoseActivity & { now: Date; teaching: Teaching }): Promise<UnderWay> {
  const { actor, activityId, teaching } = asked
  const mine = await findParticipation(db, { userId: actor.userId, activityId })
  if (mine) await settle(db, { participationId: mine.id, teaching })
  const { underWay } = await getMyActivity(db, asked)
  if (!underWay) throw new AppError('front_matter_unread')
  return underWay
}

type Earned = Credit & { finished: NonNullable<Credit['finished']> }

async function storeClaim(db: Db, underWay: UnderWay, { offering, finished }: Earned, now: Date): Promise<string> {
  const { participation, grounds } = underWay
  const opened = openedOf(offering, grounds)
  const work = workFrom(finished)
  const id = newId()
  const openedAt = now.toISOString()
  const events = [opened, work].map((event, index) => ({ seq: index + 1, event, occurredAt: openedAt }))
  await openStream(db, { id, kind: 'claim', events })
  const { userId, organizationId, activityId, activityVersion } = participation
  const whose = { participationId: participation.id, userId, organizationId, activityId, activityVersion }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('claim')
    .values({ id, ...whose, offeringId: offering.id, state: stateAfter(opened, work), openedAt })
    .onConflict((conflict) => conflict.columns(['participationId', 'offeringId']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return id
  // Somebody was faster, as at a double click: theirs is the one.
  await db.deleteFrom('stream').where('id', '=', id).execute()
  return fasterClaim(db, participation.id, offering.id)
}

function workFrom({ on, test }: Earned['finished']): WorkFinished {
  const kept = test && { id: test.id, attempt: test.attempt, scoreHundredths: test.scoreHundredths }
  return { type: 'work.finished', on, test: kept }
}

function stateAfter(opened: ClaimOpened, work: WorkFinished): string {
  const snapshot = takeClaimStep(startClaim(opened), work)
  if (!snapshot) throw new AppError('claim_refused', { where: { event: work.type } })
  return claimState(snapshot)
}

async function fasterClaim(db: Db, participationId: string, offeringId: string): Promise<string> {
  const { id } = await db
    .selectFrom('claim')
    .select('id')
    .where('participationId', '=', participationId)
    .where('offeringId', '=', offeringId)
    .executeTakeFirstOrThrow()
  return id
}
