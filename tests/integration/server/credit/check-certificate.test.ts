import { describe, expect, test } from 'vitest'
import { readSnapshot, sealSnapshot } from '#server/credit/certificates/snapshot.ts'
import { attestAndClaim } from '#server/credit/claims/attest-and-claim.ts'
import { openClaim } from '#server/credit/claims/open-claim.ts'
import { markActivityEvaluated } from '#server/credit/participations/mark-evaluated.ts'
import { type CertificateCheck, checkCertificate } from '#server/credit/reports/check-certificate.ts'
import type { Db } from '#server/record/db/schema.ts'
import { aCreditActivity, aMember, begin, doParts, doTest, noon } from '#tests/helpers/credit.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const later = new Date('2026-11-26T18:00:00.000Z')

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  /** A nurse with a certificate of three quarters of an hour, earned on this server from front matter to claim. */
  async function aCertificate() {
    const { db } = record
    const activity = await aCreditActivity(db)
    const nurse = await aMember(db, activity)
    const participationId = await begin(db, nurse, activity)
    await doParts(db, nurse)
    const testId = await doTest(db, nurse, activity)
    await markActivityEvaluated(db, { participationId })
    const { activityId } = activity
    const claimId = await openClaim(db, { actor: nurse.person, activityId, offeringId: 'nurses', now: noon })
    const given = {
      actor: nurse.person,
      claimId,
      isAttested: true,
      amountHundredths: 75,
      minutesReported: 55,
      now: noon
    }
    const { certificateId } = await attestAndClaim(db, given)
    const organizationId = activity.organization.id
    const office = await aPerson(db, { roles: [[organizationId, 'coordinator']], hasSecondFactor: true })
    const check = (certificate = certificateId, now = later) =>
      checkCertificate(db, { actor: office.person, organizationId, certificate, now })
    return { activity, organizationId, participationId, testId, claimId, certificateId, check }
  }

  const differing = ({ findings }: CertificateCheck) => findings.flatMap(({ what, isSame }) => (isSame ? [] : [what]))

  test('what was earned here comes to the same again, and the look is noted', async () => {
    const { check, certificateId, claimId, organizationId } = await aCertificate()
    const found = await check()
    expect(differing(found)).toEqual([])
    expect(found.findings.length).toBeGreaterThan(20)
    expect(found).toMatchObject({ testReplay: 'replayed', isLogReadable: true, asked: certificateId })
    expect(found.attestation).toEqual({
      text: 'I took part in this activity as I claim it.',
      at: noon.toISOString(),
      minutesReported: 55
    })
    expect(found.steps.map(({ event, state }) => `${event} ${state}`)).toEqual([
      'claim.opened notEligible',
      'work.finished attesting',
      'credit.claimed claimed',
      'certificate.issued certificateIssued'
    ])
    const line = await record.db
      .selectFrom('auditEvent')
      .selectAll()
      .where('act', '=', 'certificate.checked')
      .executeTakeFirstOrThrow()
    expect(line).toMatchObject({ organizationId, subjectKind: 'claim', subjectId: claimId })
  })

  test('it is found by its code as printed, its id, and the record id of a report', async () => {
    const { check, claimId, certificateId } = await aCertificate()
    const [certificate] = (await check()).certificates
    const code = certificate?.code ?? ''
    const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase()
    for (const asked of [typed, certificateId, `claim-${claimId}`, claimId])
      expect((await check(asked)).claim.id).toBe(claimId)
    await expect(check('AAAA-BBBB')).rejects.toMatchObject({ code: 'certificate_not_found' })
    await expect(check("' or 1=1 --")).rejects.toMatchObject({ code: 'certificate_not_found' })
  })

  type Ids = Awaited<ReturnType<typeof aCertificate>>
  const way =
    (change: object) =>
    (db: Db, { participationId }: Ids) =>
      db.updateTable('participation').set(change).where('id', '=', participationId).execute()
  const claim =
    (change: object) =>
    (db: Db, { claimId }: Ids) =>
      db.updateTable('claim').set(change).where('id', '=', claimId).execute()
  const sat =
    (change: object) =>
    (db: Db, { testId }: Ids) =>
      db.updateTable('assessment').set(change).where('id', '=', testId).execute()
  const certificate =
    (change: object) =>
    (db: Db, { certificateId }: Ids) =>
      db.updateTable('certificate').set(change).where('id', '=', certificateId).execute()

  test.each([
    ['participation.score', way({ scoreHundredths: 8000 })],
    ['participation.test', way({ passedTestId: 'no-test' })],
    ['participation.attempts', way({ testAttempts: 2 })],
    ['participation.finished', way({ finishedAt: '2026-11-20T18:00:00.000Z' })],
    ['participation.minutes', way({ minutesReported: 600 })],
    ['participation.profession', way({ profession: 'psychologist' })],
    ['participation.timeZone', way({ timeZone: 'America/Denver' })],
    ['participation.acknowledged', way({ acknowledgedAt: '2026-11-20T18:00:00.000Z' })],
    ['participation.evaluated', way({ isEvaluated: 0 })],
    ['test.passed', sat({ passed: 0 })],
    ['test.handedIn', sat({ submittedAt: '2026-11-20T18:00:00.000Z' })],
    ['test.owner', sat({ participationId: null })],
    ['claim.state', claim({ state: 'reissued' })],
    ['claim.amount', claim({ claimedHundredths: 100 })],
    ['claim.opened', claim({ openedAt: '2026-11-20T18:00:00.000Z' })],
    ['claim.claimed', claim({ claimedAt: '2026-11-20T18:00:00.000Z' })],
    ['claim.offering', claim({ offeringId: 'completion' })],
    ['certificate.snapshot', certificate({ snapshotHash: 'another' })],
    ['certificate.state', certificate({ state: 'voided', voidedAt: noon.toISOString() })]
  ])('a changed value is named: %s', async (what, tamper) => {
    const made = await aCertificate()
    await tamper(record.db, made)
    expect(differing(await made.check())).toContain(what)
  })

  test('a noted score, an activity and a whole certificate that were rewritten are named', async () => {
    const made = await aCertificate()
    const { db } = record
    await db.updateTable('participationStep').set({ scoreHundredths: 1 }).where('kind', '=', 'post').execute()
    expect(differing(await made.check())).toEqual(['step.score'])
    const { document } = await db.selectFrom('activityVersion').select('document').executeTakeFirstOrThrow()
    const cheaper = document.replace('"maxHundredths":100', '"maxHundredths":500')
    expect(cheaper).not.toBe(document)
    await db.updateTable('activityVersion').set({ document: cheaper }).execute()
    expect(differing(await made.check())).toContain('activity.offering')
    const row = await db.selectFrom('certificate').selectAll().executeTakeFirstOrThrow()
    const snapshot = readSnapshot(row)
    if (!snapshot) throw new Error('The certificate is not as it was written')
    const [credit] = snapshot.credits
    if (!credit) throw new Error('The certificate names no credit')
    const forged = { ...snapshot, completedOn: '2026-11-20', credits: [{ ...credit, amountHundredths: 100 }] }
    const moved = { ...forged, activity: { ...forged.activity, version: 2 } }
    await db.updateTable('certificate').set(sealSnapshot(moved)).execute()
    expect(differing(await made.check())).toEqual(
      expect.arrayContaining(['certificate.amount', 'certificate.completed', 'certificate.activity'])
    )
  })

  test('an answer that was changed in the log shows in every score', async () => {
    const made = await aCertificate()
    const answers = await record.db
      .selectFrom('event')
      .selectAll()
      .where('streamId', '=', made.testId)
      .where('type', '=', 'learner.answered')
      .execute()
    const start = await record.db
      .selectFrom('event')
      .select('payload')
      .where('streamId', '=', made.testId)
      .where('seq', '=', 1)
      .executeTakeFirstOrThrow()
    const [first] = answers
    const answer = JSON.parse(first?.payload ?? '')
    const paper: { id: string; options: { id: string; right?: true }[] }[] = JSON.parse(start.payload).paper
    const wrong = paper.find(({ id }) => id === answer.item)?.options.find(({ right }) => !right)
    await record.db
      .updateTable('event')
      .set({ payload: JSON.stringify({ ...answer, options: [wrong?.id] }) })
      .where('streamId', '=', made.testId)
      .where('seq', '=', first?.seq ?? 0)
      .execute()
    expect(differing(await made.check())).toEqual(
      expect.arrayContaining(['step.score', 'claim.score', 'participation.score'])
    )
  })

  test('a log with a missing event is said not to replay', async () => {
    const made = await aCertificate()
    const lose = (streamId: string, seq: number) =>
      record.db.deleteFrom('event').where('streamId', '=', streamId).where('seq', '=', seq).execute()
    await lose(made.testId, 3)
    expect(await made.check()).toMatchObject({ testReplay: 'unreadable', isLogReadable: true })
    await lose(made.claimId, 2)
    expect(await made.check()).toMatchObject({ isLogReadable: false, findings: [], steps: [] })
  })

  test('answers forgotten after their time leave the claim to be replayed, and those lost before it are told apart', async () => {
    const made = await aCertificate()
    await record.db.deleteFrom('assessment').where('id', '=', made.testId).execute()
    await record.db.deleteFrom('stream').where('id', '=', made.testId).execute()
    const lost = await made.check()
    expect([lost.testReplay, differing(lost)]).toEqual(['missing', []])
    const forgotten = await made.check(made.certificateId, new Date('2028-11-24T18:00:00.000Z'))
    expect([forgotten.testReplay, differing(forgotten)]).toEqual(['forgotten', []])
    const before = await made.check(made.certificateId, new Date('2028-11-23T18:00:00.000Z'))
    expect(before.testReplay).toBe('missing')
  })

  test('it is for a coordinator of the organization, after a second factor', async () => {
    const { organizationId, certificateId } = await aCertificate()
    const as = async (wish: Parameters<typeof aPerson>[1], where = organizationId) => {
      const { person: actor } = await aPerson(record.db, wish)
      return checkCertificate(record.db, { actor, organizationId: where, certificate: certificateId, now: later })
    }
    await expect(as({ roles: [[organizationId, 'coordinator']] })).rejects.toMatchObject({
      code: 'second_factor_needed'
    })
    await expect(as({ roles: [[organizationId, 'manager']] })).rejects.toMatchObject({ code: 'not_allowed' })
    const elsewhere = await anOrganization(record.db)
    const there = { roles: [[elsewhere, 'coordinator']], hasSecondFactor: true } as const
    await expect(as(there)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(as(there, elsewhere)).rejects.toMatchObject({ code: 'certificate_not_found' })
  })
})
