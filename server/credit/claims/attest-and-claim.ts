import type { ActivityVersion } from '#machines/activity/version.ts'
import { dayIn } from '#machines/claim/days.ts'
import type { CreditClaimed } from '#machines/claim/events.ts'
import { claimFault } from '#machines/claim/rules.ts'
import { claimState } from '#machines/claim/standing.ts'
import { AppError } from '#server/errors.ts'
import { requireCan } from '#server/people/auth/permissions.ts'
import { getProfile, missingIdentifiers } from '#server/people/profiles/queries.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getActivityVersion } from '../activities/queries.ts'
import { issueCertificate } from '../certificates/issue-certificate.ts'
import { currentProfession } from '../participations/current-profession.ts'
import { type Claim, getMyClaim, listClaimed, type WhoseClaim } from './queries.ts'
import { recordClaimEvent } from './record-claim-event.ts'

/** What the form of a claim says. `amountHundredths` is null where the credit has no amount. */
export type Attestation = WhoseClaim & {
  isAttested: boolean
  amountHundredths: number | null
  minutesReported: number | null
  now: Date
}

/**
 * Claims a credit and issues its certificate, both or neither. Asked again, as by a double click, a second tab or a
 * form sent anew, what was claimed first stands and nothing is added.
 * @returns the id of the certificate issued last
 * @throws `claim_not_found`, `not_allowed`, `evaluation_missing`, `attestation_missing`, `amount_not_permitted`,
 *   `profile_missing`, `identifiers_missing`, `profession_not_eligible`, `already_claimed`, and what stands against the
 *   certificate
 */
export function attestAndClaim(db: Db, given: Attestation): Promise<{ certificateId: string }> {
  return inTransaction(db, async (db) => {
    const claim = await takeClaim(db, given)
    const { certificateId } = claim.snapshot.context
    if (certificateId !== null) return { certificateId }
    await requireClaimable(db, claim)
    const event = await claimedEvent(db, claim, given)
    await recordClaimEvent(db, claim.id, event, given.now)
    await noteClaimed(db, claim, { event, now: given.now })
    const issued = await issueCertificate(db, { claimId: claim.id, now: given.now })
    const { certificateId: newest } = issued
    await recordClaimEvent(db, claim.id, { type: 'certificate.issued', certificateId: newest }, given.now)
    return { certificateId: newest }
  })
}

/** @returns the sentence that a learner attests to: the activity's own. */
export function attestationOf({ draft }: Pick<ActivityVersion, 'draft'>): string {
  return draft.attestation.trim() || 'I took part in this activity to the extent that I claim here.'
}

// Writing the row before reading it makes whoever comes second wait, and then find what the first one claimed.
async function takeClaim(db: Db, { actor, claimId }: Attestation): Promise<Claim> {
  await db
    .updateTable('claim')
    .set(({ ref }) => ({ state: ref('state') }))
    .where('id', '=', claimId)
    .where('userId', '=', actor.userId)
    .execute()
  const claim = await getMyClaim(db, { actor, claimId })
  requireCan(actor, 'claim.act', { organizationId: claim.organizationId, ownerId: claim.userId })
  return claim
}

/** Looks again at what may have changed since the claim was opened. */
async function requireClaimable(db: Db, claim: Claim): Promise<void> {
  const { userId, activityId, offeringId, snapshot } = claim
  const state = claimState(snapshot)
  if (state === 'evaluationPending') throw new AppError('evaluation_missing')
  if (state !== 'attesting') throw new AppError('claim_refused', { where: { claim: claim.id } })
  const made = await listClaimed(db, { userId, activityId })
  if (made.some((it) => it.offeringId === offeringId && it.id !== claim.id)) throw new AppError('already_claimed')
  const { professions } = snapshot.context.opened.offering
  const profession = await professionNow(db, claim)
  if (!professions.some((each) => each === profession)) throw new AppError('profession_not_eligible')
}

async function claimedEvent(
  db: Db,
  { userId, activityId, activityVersion, snapshot }: Claim,
  { isAttested, amountHundredths, minutesReported, now }: Attestation
): Promise<CreditClaimed> {
  const { opened, work } = snapshot.context
  if (!work) throw new AppError('work_unfinished')
  if (!isAttested) throw new AppError('attestation_missing')
  await getProfile(db, userId)
  const { idsRequired } = opened.offering
  const missing = await missingIdentifiers(db, userId, idsRequired)
  const version = await getActivityVersion(db, { activityId, version: activityVersion })
  const event = {
    type: 'credit.claimed' as const,
    on: dayIn(now.toISOString(), opened.timeZone),
    amountHundredths,
    minutesReported,
    attestation: attestationOf(version),
    identifiers: idsRequired.filter((kind) => !missing.includes(kind))
  }
  const fault = claimFault(opened, work, event)
  if (fault) throw new AppError(fault)
  return event
}

async function noteClaimed(db: Db, claim: Claim, { event, now }: { event: CreditClaimed; now: Date }): Promise<void> {
  const { amountHundredths: claimedHundredths, minutesReported } = event
  // Asked before this claim stands, since it then stays as it is.
  const profession = await professionNow(db, claim)
  await db
    .updateTable('claim')
    .set({ claimedAt: now.toISOString(), claimedHundredths })
    .where('id', '=', claim.id)
    .execute()
  await db
    .updateTable('participation')
    .set({ profession, ...(minutesReported !== null && { minutesReported }) })
    .where('id', '=', claim.participationId)
    .execute()
}

async function professionNow(db: Db, { participationId }: Claim): Promise<string> {
  const participation = await db
    .selectFrom('participation')
    .select(['id', 'userId', 'profession'])
    .where('id', '=', participationId)
    .executeTakeFirstOrThrow()
  return currentProfession(db, participation)
}
