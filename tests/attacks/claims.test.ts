import { beforeEach, describe, expect, test } from 'vitest'
import { POST as acknowledgeDoor } from '#app/activities/[activityId]/acknowledge/route.ts'
import { POST as claimDoor } from '#app/activities/[activityId]/claim/route.ts'
import { POST as attestDoor } from '#app/claims/[claimId]/attest/route.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { voidCertificate } from '#server/credit/certificates/void-certificate.ts'
import { openClaim } from '#server/credit/claims/open-claim.ts'
import { signShowing } from '#server/credit/participations/showing.ts'
import { removeMember } from '#server/people/organizations/remove-member.ts'
import { aCompletion, anOpenOffering } from '#tests/helpers/activities.ts'
import { aCreditActivity, aMember, begin, doParts, doTest, type Participant } from '#tests/helpers/credit.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aPost, read, useDoorsOn } from '#tests/helpers/doors.ts'
import { aPerson } from '#tests/helpers/people.ts'

const completion = { ...aCompletion({ needsEvaluation: false }), statementText: '' }
const hours = anOpenOffering({ needsEvaluation: false })
const whole = anOpenOffering({ id: 'whole', needsEvaluation: false, isPartialAllowed: false })
const evaluated = anOpenOffering({ id: 'evaluated' })
const doctors = anOpenOffering({ id: 'doctors', professions: ['physician'], needsEvaluation: false })

describe.each(engines)('a forged claim on %s', (engine) => {
  const record = useRecord(engine)
  const now = new Date()
  let activity: ActivityVersion
  let nurse: Participant
  beforeEach(async () => {
    useDoorsOn(record.db)
    activity = await aCreditActivity(record.db, { offerings: [completion, hours, whole, evaluated, doctors] })
    nurse = await aMember(record.db, activity)
  })

  const finish = async (who = nurse) => {
    await begin(record.db, who, activity, { now })
    await doParts(record.db, who, { now })
    await doTest(record.db, who, activity, { now })
  }
  const sent = (form: Record<string, string> | [string, string][], who = nurse) =>
    aPost(new URLSearchParams(form).toString(), { headers: { cookie: who.cookie }, isScript: true })
  const codeOf = async (answer: Promise<Response>) => {
    const { status, json } = await read(await answer)
    return status === 200 ? 'done' : String(Object(json).error)
  }
  const attest = (claimId: string, form: Record<string, string> | [string, string][], who = nurse) =>
    codeOf(attestDoor(sent(form, who), { params: Promise.resolve({ claimId }) }))
  const claim = (offering: string, who = nurse) =>
    codeOf(claimDoor(sent({ offering }, who), { params: Promise.resolve({ activityId: activity.activityId }) }))
  const open = (offeringId: string, who = nurse) =>
    openClaim(record.db, { actor: who.person, activityId: activity.activityId, offeringId, now })
  const issued = async () =>
    (await record.db.selectFrom('certificate').select(['claimId', 'state']).execute()).map(({ state }) => state)
  const rows = async () => ({
    claims: await record.db.selectFrom('claim').selectAll().orderBy('id').execute(),
    events: await record.db.selectFrom('event').selectAll().orderBy('streamId').orderBy('seq').execute()
  })

  test.each([
    ['more than the most', '125'],
    ['far more', '99999'],
    ['between two steps', '60'],
    ['nothing', '0'],
    ['less than nothing', '-75'],
    ['no number', 'NaN'],
    ['infinity', 'Infinity'],
    ['a power', '1e2'],
    ['a fraction', '75.5'],
    ['a number in another base', '0x4b'],
    ['a number with a blank', ' 75'],
    ['a number with a sign', '+75'],
    ['a number with a zero before', '075'],
    ['digits of another script', '\uff17\uff15'],
    ['no amount', '']
  ])('of %s is refused, and nothing is written', async (_, amount) => {
    await finish()
    const claimId = await open('nurses')
    const before = await rows()
    expect(await attest(claimId, { amount, minutes: '52', attested: 'yes' })).toBe('amount_not_permitted')
    expect(await rows()).toEqual(before)
    expect(await issued()).toEqual([])
  })

  test('of two amounts, a further field or odd minutes is refused', async () => {
    await finish()
    const claimId = await open('nurses')
    const good = { amount: '75', attested: 'yes' }
    for (const form of [
      [...Object.entries(good), ['amount', '100'] as [string, string]],
      { ...good, offering: 'doctors' },
      { ...good, userId: 'somebody' },
      { ...good, minutes: '-1' },
      { ...good, minutes: '99999' }
    ])
      expect(await attest(claimId, form)).toBe('invalid_input')
    expect(await attest(claimId, { amount: '75' })).toBe('attestation_missing')
    expect(await attest(claimId, { amount: '75', attested: 'no' })).toBe('invalid_input')
    expect(await issued()).toEqual([])
    expect(await attest(claimId, good)).toBe('done')
  })

  test('of less than the whole is refused where only the whole is given', async () => {
    await finish()
    const claimId = await open('whole')
    expect(await attest(claimId, { amount: '75', attested: 'yes' })).toBe('amount_not_permitted')
    expect(await attest(claimId, { amount: '100', attested: 'yes' })).toBe('done')
  })

  test('skips no state: not the front matter, the work, the test, nor the evaluation', async () => {
    expect(await claim('nurses')).toBe('front_matter_unread')
    await begin(record.db, nurse, activity, { now })
    expect(await claim('nurses')).toBe('work_unfinished')
    await doParts(record.db, nurse, { now })
    expect(await claim('nurses')).toBe('work_unfinished')
    await doTest(record.db, nurse, activity, { now, isRight: false })
    expect(await claim('nurses')).not.toBe('done')
    expect(await record.db.selectFrom('claim').selectAll().execute()).toEqual([])
    await doTest(record.db, nurse, activity, { now })
    expect(await claim('evaluated')).toBe('done')
    const { id } = await record.db.selectFrom('claim').select('id').executeTakeFirstOrThrow()
    expect(await attest(id, { amount: '75', attested: 'yes' })).toBe('evaluation_missing')
    expect(await issued()).toEqual([])
  })

  test('of a credit for others, of another activity, or of none is refused', async () => {
    await finish()
    const elsewhere = await aCreditActivity(record.db, { offerings: [anOpenOffering({ id: 'theirs' })] })
    expect(await claim('doctors')).toBe('profession_not_eligible')
    expect(await claim('theirs')).toBe('offering_not_found')
    expect(await claim('')).toBe('invalid_input')
    const there = claimDoor(sent({ offering: 'theirs' }), {
      params: Promise.resolve({ activityId: elsewhere.activityId })
    })
    expect(await codeOf(there)).toBe('activity_not_found')
  })

  test('by somebody else, or after leaving the organization, finds no claim', async () => {
    await finish()
    const colleague = await aMember(record.db, activity)
    await finish(colleague)
    const claimId = await open('nurses')
    expect(await attest(claimId, { amount: '75', attested: 'yes' }, colleague)).toBe('claim_not_found')
    const organizationId = activity.organization.id
    const { person: actor } = await aPerson(record.db, { roles: [[organizationId, 'admin']], hasSecondFactor: true })
    await removeMember(record.db, { actor, organizationId, userId: nurse.person.userId, now })
    expect(await attest(claimId, { amount: '75', attested: 'yes' })).toBe('not_allowed')
    expect(await issued()).toEqual([])
  })

  test('in two tabs and by double clicks comes to one certificate, of the first amount', async () => {
    await finish()
    const claimId = await open('nurses')
    await openConnections(record.db)
    const amounts = ['25', '50', '75', '100', '25', '50']
    const codes = await Promise.all(amounts.map((amount) => attest(claimId, { amount, attested: 'yes' })))
    expect(codes).toEqual(amounts.map(() => 'done'))
    expect(await issued()).toEqual(['valid'])
    const stood = await rows()
    expect(await attest(claimId, { amount: '100', attested: 'yes' })).toBe('done')
    expect(await rows()).toEqual(stood)
  })

  test('replayed after the certificate was voided issues no other', async () => {
    await finish()
    const claimId = await open('nurses')
    await attest(claimId, { amount: '75', attested: 'yes' })
    const { id: certificateId } = await record.db.selectFrom('certificate').select('id').executeTakeFirstOrThrow()
    const roles = [[activity.organization.id, 'coordinator']] as const
    const { person: actor } = await aPerson(record.db, { roles, hasSecondFactor: true })
    await voidCertificate(record.db, { actor, certificateId, reason: 'Wrong', now })
    await attest(claimId, { amount: '100', attested: 'yes' })
    expect(await claim('nurses')).toBe('done')
    expect(await issued()).toEqual(['voided'])
  })

  test('begins with front matter that was shown to this person, of this version, and not long ago', async () => {
    const shownAt = now.toISOString()
    const { activityId, version } = activity
    const { userId } = nurse.person
    const showings = {
      good: signShowing({ userId, activityId, version, shownAt }),
      theirs: signShowing({ userId: 'somebody', activityId, version, shownAt }),
      elsewhere: signShowing({ userId, activityId: 'another', version, shownAt }),
      later: signShowing({ userId, activityId, version: version + 1, shownAt })
    }
    const acknowledge = (showing: string) =>
      codeOf(
        acknowledgeDoor(sent({ showing, read: 'yes', profession: 'registered-nurse', timeZone: 'America/Chicago' }), {
          params: Promise.resolve({ activityId })
        })
      )
    const tampered = showings.good.replace(shownAt, '2026-01-01T00:00:00.000Z')
    const foreignLetters = `${shownAt}~${'é'.repeat(43)}`
    expect(tampered).not.toBe(showings.good)
    for (const showing of [showings.theirs, showings.elsewhere, showings.later, tampered, foreignLetters, 'x'])
      expect(await acknowledge(showing)).toBe('front_matter_unread')
    expect(await record.db.selectFrom('participation').selectAll().execute()).toEqual([])
    expect(await acknowledge(showings.good)).toBe('done')
  })
})
