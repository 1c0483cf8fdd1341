import { describe, expect, test } from 'vitest'
import { attestAndClaim } from '#server/credit/claims/attest-and-claim.ts'
import { getClaimFacts, getMyClaim } from '#server/credit/claims/queries.ts'
import { openClaim } from '#server/credit/claims/open-claim.ts'
import { recordEvaluationGiven } from '#server/credit/claims/record-evaluation-given.ts'
import { markActivityEvaluated } from '#server/credit/participations/mark-evaluated.ts'
import { claimState } from '#machines/claim/standing.ts'
import { aCreditActivity, aMember, begin, doParts, doTest, noon, wayOf } from '#tests/helpers/credit.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  test('from the front matter to a certificate', async () => {
    const { db } = record
    const activity = await aCreditActivity(db)
    const nurse = await aMember(db, activity)
    await begin(db, nurse, activity)
    await doParts(db, nurse)
    const testId = await doTest(db, nurse, activity)
    const way = await wayOf(db, nurse, activity)
    expect(way).toMatchObject({ passedTestId: testId, scoreHundredths: 10_000, testAttempts: 1, finishedAt: noon.toISOString() })
    const asked = { actor: nurse.person, activityId: activity.activityId, now: noon }
    const claimId = await openClaim(db, { ...asked, offeringId: 'nurses' })
    const state = async () => claimState((await getMyClaim(db, { actor: nurse.person, claimId })).snapshot)
    expect(await state()).toBe('evaluationPending')
    await markActivityEvaluated(db, { participationId: way.id })
    await recordEvaluationGiven(db, { participationId: way.id, now: noon })
    expect(await state()).toBe('attesting')
    const given = { actor: nurse.person, claimId, isAttested: true, amountHundredths: 75, minutesReported: 52, now: noon }
    const { certificateId } = await attestAndClaim(db, given)
    expect(await state()).toBe('certificateIssued')
    expect(await attestAndClaim(db, { ...given, amountHundredths: 100 })).toEqual({ certificateId })
    expect(await getClaimFacts(db, claimId)).toMatchObject({ claimedHundredths: 75, completedOn: '2026-11-24' })
  })
})
