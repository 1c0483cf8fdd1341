import { describe, expect, test } from 'vitest'
import { readCode } from '#server/credit/certificates/code.ts'
import { issueCertificate } from '#server/credit/certificates/issue-certificate.ts'
import { listOfClaim } from '#server/credit/certificates/queries.ts'
import { inTransaction } from '#server/record/db/client.ts'
import { aCompletion, anOpenActivity, anOpenOffering } from '#tests/helpers/activities.ts'
import { aMadeClaim, issuedAt } from '#tests/helpers/certificates.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'

describe.each(engines)('%s', (engine) => {
  const at = useRecord(engine)

  test('a certificate says what was true when it was issued', async () => {
    const { claimId, activity, person } = await aMadeClaim(at.db)
    const issued = await issueCertificate(at.db, { claimId, now: issuedAt })
    expect(readCode(issued.code)).toBe(issued.code)
    const [certificate] = await listOfClaim(at.db, claimId)
    expect(certificate).toMatchObject({
      status: 'valid',
      userId: person.userId,
      organizationId: activity.organization.id
    })
    const groups = issued.code.match(/.{4}/g)?.join('-')
    expect(certificate?.snapshot).toEqual({
      certificateId: issued.certificateId,
      code: issued.code,
      verifyUrl: `http://localhost:3000/verify/${groups}`,
      language: 'en-US',
      isDemonstration: false,
      person: { givenName: 'Nguyễn Łukasz', familyName: "O'Brien-Đorđević", credentials: 'RN' },
      activity: {
        id: activity.activityId,
        version: 1,
        title: 'Seeing patients alone',
        format: 'enduring',
        place: '',
        number: ''
      },
      course: { id: 'core', version: 1 },
      completedOn: '2026-11-03',
      timeZone: 'America/Chicago',
      issuedOn: '2026-11-03',
      issuedAt: '2026-11-04T02:30:00.000Z',
      credits: [{ type: 'Contact hours', amountHundredths: 75, unit: 'contact hour' }],
      statements: ['Example Hospital grants 1.00 example hour for this enduring material.'],
      provider: {
        name: 'Example Hospital',
        address: '1 Example Street, Springfield',
        url: 'https://hospital.example.org',
        contact: 'education@hospital.example.org',
        number: '',
        administrator: 'Ada Example'
      }
    })
    const audit = await at.db.selectFrom('auditEvent').select(['act', 'actorId', 'subjectId']).execute()
    expect(audit).toEqual([{ act: 'certificate.issued', actorId: person.userId, subjectId: issued.certificateId }])
  })

  test('a claim has one certificate, asked once or twice', async () => {
    const { claimId } = await aMadeClaim(at.db)
    const first = await issueCertificate(at.db, { claimId, now: issuedAt })
    const again = await issueCertificate(at.db, { claimId, now: new Date('2027-01-01T00:00:00.000Z') })
    expect(again).toEqual(first)
    expect(await listOfClaim(at.db, claimId)).toHaveLength(1)
  })

  test('two that issue at once issue one', async () => {
    const { claimId } = await aMadeClaim(at.db)
    await openConnections(at.db)
    const both = await Promise.all([0, 1, 2].map(() => issueCertificate(at.db, { claimId, now: issuedAt })))
    expect(new Set(both.map(({ code }) => code)).size).toBe(1)
    expect(await listOfClaim(at.db, claimId)).toHaveLength(1)
    expect(await at.db.selectFrom('auditEvent').select('act').execute()).toEqual([{ act: 'certificate.issued' }])
  })

  test('a certificate of completion claims no credit and carries no statement', async () => {
    const offering = { ...aCompletion(), statementText: 'Left over.' }
    const { claimId } = await aMadeClaim(at.db, { offering, amount: null })
    await issueCertificate(at.db, { claimId, now: issuedAt })
    const [certificate] = await listOfClaim(at.db, claimId)
    expect(certificate?.snapshot).toMatchObject({ credits: [], statements: [] })
  })

  test('nobody of another profession gets the phrase of a credit', async () => {
    const { claimId } = await aMadeClaim(at.db, { participation: { profession: 'pharmacist' } })
    await issueCertificate(at.db, { claimId, now: issuedAt })
    const [certificate] = await listOfClaim(at.db, claimId)
    expect(certificate?.snapshot).toMatchObject({ credits: [], statements: [] })
  })

  test('the demonstration is marked on what it issues', async () => {
    const organization = { id: 'demonstration', name: 'Example Hospital (demonstration)', isDemonstration: true }
    const { claimId } = await aMadeClaim(at.db, { activity: await anOpenActivity(at.db, { organization }) })
    await issueCertificate(at.db, { claimId, now: issuedAt })
    expect((await listOfClaim(at.db, claimId))[0]?.snapshot).toMatchObject({ isDemonstration: true })
  })

  test.each([
    ['name_not_printable', { profile: { givenName: 'ليلى', familyName: 'حداد' } }],
    ['name_not_printable', { profile: { givenName: 'דנה', familyName: 'כהן' } }],
    ['text_not_printable', { offering: anOpenOffering({ statementText: 'Example 漢.' }) }],
    ['profile_missing', { profile: { familyName: '' } }]
  ])('%s: nothing is issued, and nothing else of the transaction is lost', async (code, wish) => {
    const { claimId } = await aMadeClaim(at.db, wish)
    const issuing = inTransaction(at.db, (db) => issueCertificate(db, { claimId, now: issuedAt }))
    await expect(issuing).rejects.toMatchObject({ code })
    expect(await listOfClaim(at.db, claimId)).toEqual([])
    expect(await at.db.selectFrom('auditEvent').select('act').execute()).toEqual([])
  })

  test('signs without a shape in a pasted statement are left out, and all others are kept', async () => {
    const offering = anOpenOffering({ statementText: 'Con\u00adtinu\u200bing -> 2x3  hours\tfor\nall.\ufeff' })
    const { claimId } = await aMadeClaim(at.db, { offering })
    await issueCertificate(at.db, { claimId, now: issuedAt })
    const [certificate] = await listOfClaim(at.db, claimId)
    expect(certificate?.snapshot?.statements).toEqual(['Continuing -> 2x3  hours\tfor\nall.'])
  })

  test('an accent typed as a sign of its own becomes one letter with it', async () => {
    const { claimId } = await aMadeClaim(at.db, {
      profile: { givenName: 'Ngu\u0079e\u0302\u0303n ', familyName: ' Đo  ' }
    })
    await issueCertificate(at.db, { claimId, now: issuedAt })
    const person = { givenName: 'Nguyễn', familyName: 'Đo', credentials: 'RN' }
    expect((await listOfClaim(at.db, claimId))[0]?.snapshot?.person).toEqual(person)
  })
})
