import type { ActivityVersion, OpenOffering } from '#machines/activity/version.ts'
import { AppError } from '#server/errors.ts'
import { type Actor, can, requireCan } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ClaimTable, ParticipationTable } from '#server/record/db/schema-credit.ts'
import { isId } from '#server/record/ids.ts'
import { getActivityVersion } from '../activities/queries.ts'
import { type LoadedClaim, loadClaim } from './load-claim.ts'

/** Whose claim is asked for; a claim of another organization does not exist. */
export type WhoseClaim = { actor: Actor; claimId: string }

/** What a certificate is made of. `claimedHundredths` is null where the credit has no amount. */
export type ClaimFacts = {
  claimId: string
  userId: string
  organizationId: string
  activity: ActivityVersion
  offering: OpenOffering
  participation: ParticipationTable
  claimedHundredths: number | null
  /** The day on which the work was finished, YYYY-MM-DD in the learner's time zone. */
  completedOn: string
  claimedAt: string
  /** Where a live activity was held; empty for every other. */
  place: string
}

/** @returns what a claim that was made came to. Throws `claim_not_found`, `claim_refused` before it is made. */
export async function getClaimFacts(db: Db, claimId: string): Promise<ClaimFacts> {
  const claim = await findRow(db, claimId)
  if (!claim) throw new AppError('claim_not_found')
  const { snapshot } = await loadClaim(db, claimId)
  const { opened, work, claimed } = snapshot.context
  if (!work || !claimed || claim.claimedAt === null) throw new AppError('claim_refused', { where: { claim: claimId } })
  const { userId, organizationId, activityId, activityVersion: version, claimedAt } = claim
  return {
    claimId,
    userId,
    organizationId,
    activity: await getActivityVersion(db, { activityId, version }),
    offering: opened.offering,
    participation: await participationOf(db, claim),
    claimedHundredths: claimed.amountHundredths,
    completedOn: work.on,
    claimedAt,
    place: opened.attended?.place ?? ''
  }
}

/** A claim as its owner and the office see it. */
export type Claim = ClaimTable & Pick<LoadedClaim, 'snapshot' | 'seq'>

/**
 * @returns somebody's own claim, where it stands
 * @throws `claim_not_found`, also for a claim of anybody else
 */
export async function getMyClaim(db: Db, { actor, claimId }: WhoseClaim): Promise<Claim> {
  const claim = await findRow(db, claimId)
  if (!claim || claim.userId !== actor.userId) throw new AppError('claim_not_found')
  return viewed(db, { actor, claim })
}

/**
 * @returns a claim that somebody may look at: their own, or for the office one of its organization
 * @throws `claim_not_found`, `not_allowed`, `second_factor_needed`
 */
export async function getClaim(db: Db, { actor, claimId }: WhoseClaim): Promise<Claim> {
  const claim = await findRow(db, claimId)
  if (!claim) throw new AppError('claim_not_found')
  return viewed(db, { actor, claim })
}

/** @returns the claims of one way to credit, the first one first. */
export function listClaimsOf(db: Db, { participationId }: { participationId: string }): Promise<ClaimTable[]> {
  return db
    .selectFrom('claim')
    .selectAll()
    .where('participationId', '=', participationId)
    .orderBy('openedAt')
    .orderBy('id')
    .execute()
}

/** @returns the claims somebody has made in an activity, in any version of it. */
export function listClaimed(
  db: Db,
  { userId, activityId }: { userId: string; activityId: string }
): Promise<ClaimTable[]> {
  return db
    .selectFrom('claim')
    .selectAll()
    .where('userId', '=', userId)
    .where('activityId', '=', activityId)
    .where('claimedAt', 'is not', null)
    .orderBy('claimedAt')
    .execute()
}

async function viewed(db: Db, { actor, claim }: { actor: Actor; claim: ClaimTable }): Promise<Claim> {
  const thing = { organizationId: claim.organizationId, ownerId: claim.userId }
  if (claim.userId !== actor.userId && !can(actor, 'activity.view', thing)) throw new AppError('claim_not_found')
  requireCan(actor, 'claim.view', thing)
  const { snapshot, seq } = await loadClaim(db, claim.id)
  return { ...claim, snapshot, seq }
}

async function findRow(db: Db, claimId: string): Promise<ClaimTable | undefined> {
  if (!isId(claimId)) return undefined
  return db.selectFrom('claim').selectAll().where('id', '=', claimId).executeTakeFirst()
}

function participationOf(db: Db, { participationId }: ClaimTable): Promise<ParticipationTable> {
  return db.selectFrom('participation').selectAll().where('id', '=', participationId).executeTakeFirstOrThrow()
}
