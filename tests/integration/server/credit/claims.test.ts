import { beforeEach, describe, expect, test } from 'vitest'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { claimState } from '#machines/claim/standing.ts'
import { voidCertificate } from '#server/credit/certificates/void-certificate.ts'
import { type Attestation, attestAndClaim } from '#server/credit/claims/attest-and-claim.ts'
import { openClaim } from '#server/credit/claims/open-claim.ts'
import { getClaim, getClaimFacts, getMyClaim } from '#server/credit/claims/queries.ts'
import { recordEvaluationGiven } from '#server/credit/claims/record-evaluation-given.ts'
import { markActivityEvaluated } from '#server/credit/participations/mark-evaluated.ts'
import { addLicense } from '#server/people/profiles/save-license.ts'
import { aCompletion, anOpenOffering } from '#tests/helpers/activities.ts'
import {
  aCreditActivity,
  aLaterVersion,
  aMember,
  begin,
  doParts,
  doTest,
  noon,
  type Participant,
  wayOf
} from '#tests/helpers/credit.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aPerson } from '#tests/helpers/people.ts'

const completion = { ...aCompletion({ needsEvaluation: false }), statementText: '' }
const hours = anOpenOffering({ needsEvaluation: false })
const doctors = anOpenOffering({ id: 'doctors', professions: ['physician'], needsEvaluation: false })

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  let activity: ActivityVersion
  let nurse: Participant
  beforeEach(async () => {
    activity = await aCreditActivity(record.db, { offerings: [completion, hours, doctors] })
    nurse = await aMember(record.db, activity)
  })

  const finish = async (who = nurse, version = activity) => {
    await begin(record.db, who, version)
    await doParts(record.db, who)
    await doTest(record.db, who, version)
  }
  const open = (offeringId = 'nurses', who = nurse, now = noon) =>
    openClaim(record.db, { actor: who.person, activityId: activity.activityId, offeringId, now })
  const attest = (claimId: string, changes: Partial<Attestation> = {}) => {
    const said = { isAttested: true, amountHundredths: 100, minutesReported: 52 }
    return attestAndClaim(record.db, { actor: nurse.person, claimId, ...said, now: noon, ...changes })
  }
  const stateOf = async (claimId: string) =>
    claimState((await getMyClaim(record.db, { actor: nurse.person, claimId })).snapshot)
  const certificates = () => record.db.selectFrom('certificate').selectAll().execute()
  const events = async (streamId: string) =>
    (await record.db.selectFrom('event').select('type').where('streamId', '=', streamId).orderBy('seq').execute()).map(
      ({ type }) => type
    )

  test('from the front matter to a certificate, with the evaluation between', async () => {
    activity = await aCreditActivity(record.db)
    nurse = await aMember(record.db, activity)
    await finish()
    const way = await wayOf(record.db, nurse, activity)
    expect(way).toMatchObject({ scoreHundredths: 10_000, testAttempts: 1, finishedAt: noon.toISOString() })
    const claimId = await open()
    expect(await stateOf(claimId)).toBe('evaluationPending')
    await expect(attest(claimId)).rejects.toMatchObject({ code: 'evaluation_missing' })
    await markActivityEvaluated(record.db, { participationId: way.id })
    await recordEvaluationGiven(record.db, { participationId: way.id, now: noon })
    expect(await stateOf(claimId)).toBe('attesting')
    await attest(claimId, { amountHundredths: 75 })
    expect(await stateOf(claimId)).toBe('certificateIssued')
    expect(await events(claimId)).toEqual([
      'claim.opened',
      'work.finished',
      'evaluation.given',
      'credit.claimed',
      'certificate.issued'
    ])
    expect(await getClaimFacts(record.db, claimId)).toMatchObject({
      claimedHundredths: 75,
      completedOn: '2026-11-24',
      offering: { id: 'nurses' },
      activity: { version: 1 },
      participation: { minutesReported: 52, profession: 'registered-nurse', isEvaluated: 1 }
    })
  })

  test('two credits of one activity each have their claim, log and certificate', async () => {
    await finish()
    const first = await open('completion')
    const second = await open('nurses')
    await attest(first, { amountHundredths: null })
    await attest(second, { amountHundredths: 50 })
    expect(first).not.toBe(second)
    expect((await certificates()).map(({ claimId }) => claimId).sort()).toEqual([first, second].sort())
    const rows = await record.db.selectFrom('claim').select(['offeringId', 'claimedHundredths', 'state']).execute()
    expect(rows.sort((one, other) => one.offeringId.localeCompare(other.offeringId))).toEqual([
      { offeringId: 'completion', claimedHundredths: null, state: 'certificateIssued' },
      { offeringId: 'nurses', claimedHundredths: 50, state: 'certificateIssued' }
    ])
  })

  test('a double click opens one claim, and claims once', async () => {
    await finish()
    await openConnections(record.db)
    const ids = await Promise.all([open(), open(), open()])
    expect(new Set(ids).size).toBe(1)
    const claimId = ids[0] ?? ''
    const amounts = [100, 75, 50, 25]
    const claimed = await Promise.all(amounts.map((amountHundredths) => attest(claimId, { amountHundredths })))
    expect(new Set(claimed.map(({ certificateId }) => certificateId)).size).toBe(1)
    expect(await certificates()).toHaveLength(1)
    expect(await events(claimId)).toEqual(['claim.opened', 'work.finished', 'credit.claimed', 'certificate.issued'])
    expect((await record.db.selectFrom('stream').select('id').where('kind', '=', 'claim').execute()).length).toBe(1)
  })

  test('a form sent anew changes nothing, whatever it says now', async () => {
    await finish()
    const claimId = await open()
    const first = await attest(claimId, { amountHundredths: 50 })
    expect(await attest(claimId, { amountHundredths: 100, minutesReported: 999 })).toEqual(first)
    expect(await open()).toBe(claimId)
    expect(await getClaimFacts(record.db, claimId)).toMatchObject({ claimedHundredths: 50 })
    expect(await wayOf(record.db, nurse, activity)).toMatchObject({ minutesReported: 52 })
  })

  test.each([
    ['more than the most', 125],
    ['a step between', 60],
    ['less than nothing', -25],
    ['nothing', 0],
    ['no amount', null]
  ])('an amount of %s is refused, and nothing is written', async (_, amountHundredths) => {
    await finish()
    const claimId = await open()
    await expect(attest(claimId, { amountHundredths })).rejects.toMatchObject({ code: 'amount_not_permitted' })
    expect([await stateOf(claimId), await certificates()]).toEqual(['attesting', []])
  })

  test('an amount for a certificate without one is refused', async () => {
    await finish()
    const claimId = await open('completion')
    await expect(attest(claimId)).rejects.toMatchObject({ code: 'amount_not_permitted' })
  })

  test('without the statement nothing is claimed', async () => {
    await finish()
    const claimId = await open()
    await expect(attest(claimId, { isAttested: false })).rejects.toMatchObject({ code: 'attestation_missing' })
    expect(await events(claimId)).toEqual(['claim.opened', 'work.finished'])
  })

  test('a claim of somebody else is not there, for a colleague and for a stranger', async () => {
    await finish()
    const claimId = await open()
    const colleague = await aMember(record.db, activity)
    const { person: stranger } = await aPerson(record.db)
    for (const actor of [colleague.person, stranger]) {
      await expect(attest(claimId, { actor })).rejects.toMatchObject({ code: 'claim_not_found' })
      await expect(getMyClaim(record.db, { actor, claimId })).rejects.toMatchObject({ code: 'claim_not_found' })
    }
    await expect(getClaim(record.db, { actor: colleague.person, claimId })).rejects.toMatchObject({
      code: 'not_allowed'
    })
    await expect(getClaim(record.db, { actor: stranger, claimId })).rejects.toMatchObject({ code: 'claim_not_found' })
    expect(await certificates()).toEqual([])
  })

  test('the office may look at a claim, with two factors, and not make it', async () => {
    await finish()
    const claimId = await open()
    const roles = [[activity.organization.id, 'coordinator']] as const
    const { person: office } = await aPerson(record.db, { roles, hasSecondFactor: true })
    const { person: weak } = await aPerson(record.db, { roles })
    expect(await getClaim(record.db, { actor: office, claimId })).toMatchObject({ id: claimId, state: 'attesting' })
    await expect(getClaim(record.db, { actor: weak, claimId })).rejects.toMatchObject({ code: 'second_factor_needed' })
    await expect(attest(claimId, { actor: office })).rejects.toMatchObject({ code: 'claim_not_found' })
  })

  test('a credit of another activity is not offered here', async () => {
    await finish()
    await expect(open('somewhere-else')).rejects.toMatchObject({ code: 'offering_not_found' })
  })

  test('another profession’s credit is refused when it is asked for', async () => {
    await finish()
    await expect(open('doctors')).rejects.toMatchObject({ code: 'profession_not_eligible' })
  })

  test('a profession changed between opening and claiming is looked at again', async () => {
    await finish()
    const claimId = await open()
    await record.db.updateTable('profile').set({ profession: 'physician' }).execute()
    await expect(attest(claimId)).rejects.toMatchObject({ code: 'profession_not_eligible' })
    const asDoctor = await open('doctors')
    await attest(asDoctor, { amountHundredths: 25 })
    expect(await wayOf(record.db, nurse, activity)).toMatchObject({ profession: 'physician' })
    // From the first claim on the profession stays.
    await record.db.updateTable('profile').set({ profession: 'registered-nurse' }).execute()
    await expect(attest(claimId)).rejects.toMatchObject({ code: 'profession_not_eligible' })
  })

  test('a number that the credit asks for is asked before the claim, not before the work', async () => {
    const needing = anOpenOffering({ idsRequired: ['license'], needsEvaluation: false })
    activity = await aCreditActivity(record.db, { offerings: [needing] })
    nurse = await aMember(record.db, activity)
    await finish()
    const claimId = await open()
    await expect(attest(claimId)).rejects.toMatchObject({ code: 'identifiers_missing' })
    expect(await certificates()).toEqual([])
    const license = { state: 'TX' as const, number: '0012345', board: 'Board of Nursing', kind: 'RN' }
    await addLicense(record.db, { actor: nurse.person, license, now: noon })
    await attest(claimId)
    const { snapshot } = await getMyClaim(record.db, { actor: nurse.person, claimId })
    expect(snapshot.context.claimed?.identifiers).toEqual(['license'])
    expect(JSON.stringify(snapshot.context)).not.toContain('0012345')
  })

  test('without a name there is no certificate, and no claim', async () => {
    await finish()
    const claimId = await open()
    await record.db.updateTable('profile').set({ familyName: '' }).execute()
    await expect(attest(claimId)).rejects.toMatchObject({ code: 'profile_missing' })
    expect(await stateOf(claimId)).toBe('attesting')
  })

  test('a name changed before the claim is the one on the certificate; one changed after is not', async () => {
    await finish()
    const claimId = await open()
    const rename = (familyName: string) => record.db.updateTable('profile').set({ familyName }).execute()
    await rename('Đorđević')
    await attest(claimId)
    await rename('Doe')
    const [certificate] = await certificates()
    expect(JSON.parse(certificate?.snapshot ?? '{}').person).toMatchObject({ givenName: 'Kim', familyName: 'Đorđević' })
  })

  test('a voided certificate stays voided for its learner', async () => {
    await finish()
    const claimId = await open()
    const { certificateId } = await attest(claimId)
    const roles = [[activity.organization.id, 'coordinator']] as const
    const { person: office } = await aPerson(record.db, { roles, hasSecondFactor: true })
    await voidCertificate(record.db, { actor: office, certificateId, reason: 'A wrong name.', now: noon })
    expect(await stateOf(claimId)).toBe('voided')
    expect(await attest(claimId)).toEqual({ certificateId })
    expect(await stateOf(claimId)).toBe('voided')
    expect(await certificates()).toHaveLength(1)
  })

  test('a credit claimed in one version is not claimed again in the next', async () => {
    await finish()
    await attest(await open())
    const next = await aLaterVersion(record.db, activity)
    const way = await wayOf(record.db, nurse, activity)
    const nothing = { finishedAt: null, passedTestId: null, scoreHundredths: null, testAttempts: 0 }
    const again = { ...way, ...nothing, id: 'way-2', activityVersion: next.version }
    await record.db.insertInto('participation').values(again).execute()
    await doParts(record.db, nurse)
    await doTest(record.db, nurse, next)
    await expect(open('nurses')).rejects.toMatchObject({ code: 'already_claimed' })
    expect(await open('completion')).toMatch(/^[\w-]{22}$/)
  })

  test('two claims of one credit cannot both stand claimed', async () => {
    await finish()
    const claimId = await open()
    await attest(claimId)
    const row = await record.db.selectFrom('claim').selectAll().executeTakeFirstOrThrow()
    await record.db.insertInto('stream').values({ id: 'other', kind: 'claim', lastSeq: 0 }).execute()
    const way = await wayOf(record.db, nurse, activity)
    await aLaterVersion(record.db, activity)
    await record.db
      .insertInto('participation')
      .values({ ...way, id: 'way-2', activityVersion: 2 })
      .execute()
    const second = { ...row, id: 'other', participationId: 'way-2', activityVersion: 2 }
    await expect(record.db.insertInto('claim').values(second).execute()).rejects.toThrow()
  })

  test('a log whose claim was never earned is not read', async () => {
    await finish()
    const claimId = await open()
    const payload = JSON.stringify({ on: '2026-11-24', test: { id: 'x', attempt: 1, scoreHundredths: 100 } })
    await record.db.updateTable('event').set({ payload }).where('streamId', '=', claimId).where('seq', '=', 2).execute()
    await expect(attest(claimId)).rejects.toMatchObject({ code: 'log_corrupt' })
    expect(await certificates()).toEqual([])
  })

  test('the log of a claim names nobody', async () => {
    await finish()
    const claimId = await open()
    await attest(claimId)
    const rows = await record.db.selectFrom('event').select('payload').where('streamId', '=', claimId).execute()
    const text = rows.map(({ payload }) => payload).join()
    for (const word of ['Kim', 'Doe', nurse.person.email, nurse.person.userId]) expect(text).not.toContain(word)
  })

  test('a profile saved by its owner decides which credit is theirs', async () => {
    const doctor = await aMember(record.db, activity, { profession: 'physician' })
    await finish(doctor)
    await expect(open('nurses', doctor)).rejects.toMatchObject({ code: 'profession_not_eligible' })
    expect(await open('doctors', doctor)).toMatch(/^[\w-]{22}$/)
  })
})
