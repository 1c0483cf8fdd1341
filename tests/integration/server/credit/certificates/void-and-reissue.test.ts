import { describe, expect, test } from 'vitest'
import { issueCertificate } from '#server/credit/certificates/issue-certificate.ts'
import { getCertificate, listOfClaim, listOwnCertificates } from '#server/credit/certificates/queries.ts'
import { reissueCertificate } from '#server/credit/certificates/reissue-certificate.ts'
import { verifyCode } from '#server/credit/certificates/verify-code.ts'
import { voidCertificate } from '#server/credit/certificates/void-certificate.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { aCertificate, aCoordinator, storeProfile } from '#tests/helpers/certificates.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aPerson } from '#tests/helpers/people.ts'

const now = new Date('2026-11-10T15:00:00.000Z')
const reason = 'The name was misspelled.'

describe.each(engines)('%s', (engine) => {
  const at = useRecord(engine)

  const stands = async (claimId: string) => {
    const { state } = await at.db
      .selectFrom('claim')
      .select('state')
      .where('id', '=', claimId)
      .executeTakeFirstOrThrow()
    return { claim: state, certificates: (await listOfClaim(at.db, claimId)).map(({ status }) => status) }
  }
  const acts = async () =>
    (await at.db.selectFrom('auditEvent').select('act').orderBy('seq').execute()).map(({ act }) => act)

  test('a voided certificate stays and says why, who and when', async () => {
    const { claimId, certificateId, activity } = await aCertificate(at.db)
    const { person: actor } = await aCoordinator(at.db, activity.organization.id)
    await voidCertificate(at.db, { actor, certificateId, reason: ` ${reason}\n`, now })
    expect(await getCertificate(at.db, { actor, certificateId })).toMatchObject({
      status: 'voided',
      voidedAt: now.toISOString(),
      voidedBy: actor.userId,
      voidReason: reason,
      snapshot: { certificateId }
    })
    expect(await stands(claimId)).toEqual({ claim: 'voided', certificates: ['voided'] })
    expect(await acts()).toEqual(['certificate.issued', 'certificate.voided'])
    await expect(issueCertificate(at.db, { claimId, now })).rejects.toMatchObject({ code: 'certificate_voided' })
  })

  test('of two that void at once one does, and the other is told', async () => {
    const { claimId, certificateId, activity } = await aCertificate(at.db)
    const { person: actor } = await aCoordinator(at.db, activity.organization.id)
    await openConnections(at.db)
    const both = await Promise.allSettled(
      [0, 1].map(() => voidCertificate(at.db, { actor, certificateId, reason, now }))
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'certificate_voided' } })
    expect(await acts()).toEqual(['certificate.issued', 'certificate.voided'])
    expect(await stands(claimId)).toEqual({ claim: 'voided', certificates: ['voided'] })
  })

  test('a reissue has the name of today and keeps all else, and each knows the other', async () => {
    const { claimId, certificateId, code, activity, person } = await aCertificate(at.db)
    const { person: actor } = await aCoordinator(at.db, activity.organization.id)
    await storeProfile(at.db, person.userId, { givenName: 'Lukas', familyName: "O'Brien", credentials: 'RN, MSN' })
    const again = await reissueCertificate(at.db, { actor, certificateId, reason, now })
    const [before, after] = await listOfClaim(at.db, claimId)
    expect(after?.snapshot).toEqual({
      ...before?.snapshot,
      certificateId: again.certificateId,
      code: again.code,
      verifyUrl: `http://localhost:3000/verify/${again.code.match(/.{4}/g)?.join('-')}`,
      person: { givenName: 'Lukas', familyName: "O'Brien", credentials: 'RN, MSN' },
      issuedOn: '2026-11-10',
      issuedAt: now.toISOString()
    })
    expect(before).toMatchObject({ status: 'replaced', code, replacedBy: again.certificateId, voidReason: reason })
    expect(after).toMatchObject({ status: 'valid', replaces: certificateId, replacedBy: null, voidReason: null })
    expect(await stands(claimId)).toEqual({ claim: 'reissued', certificates: ['replaced', 'valid'] })
    expect(await acts()).toEqual(['certificate.issued', 'certificate.reissued'])
    const own = await listOwnCertificates(at.db, person.userId)
    expect(own.map(({ status }) => status)).toEqual(['valid', 'replaced'])
  })

  test('what was voided can be reissued, and that again', async () => {
    const { claimId, certificateId, activity } = await aCertificate(at.db)
    const { person: actor } = await aCoordinator(at.db, activity.organization.id)
    await voidCertificate(at.db, { actor, certificateId, reason: 'First.', now })
    const second = await reissueCertificate(at.db, { actor, certificateId, reason, now })
    const third = await reissueCertificate(at.db, { actor, certificateId: second.certificateId, reason, now })
    expect(await stands(claimId)).toEqual({ claim: 'reissued', certificates: ['replaced', 'replaced', 'valid'] })
    expect((await listOfClaim(at.db, claimId))[0]).toMatchObject({
      voidReason: 'First.',
      replacedBy: second.certificateId
    })
    expect(await issueCertificate(at.db, { claimId, now })).toEqual(third)
  })

  test('of two that reissue at once one does, and the other is told', async () => {
    const { claimId, certificateId, activity } = await aCertificate(at.db)
    const { person: actor } = await aCoordinator(at.db, activity.organization.id)
    await openConnections(at.db)
    const both = await Promise.allSettled(
      [0, 1].map(() => reissueCertificate(at.db, { actor, certificateId, reason, now }))
    )
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'certificate_replaced' } })
    expect(await stands(claimId)).toEqual({ claim: 'reissued', certificates: ['replaced', 'valid'] })
  })

  test('a name that cannot be printed leaves the certificate as it is', async () => {
    const { claimId, certificateId, activity, person } = await aCertificate(at.db)
    const { person: actor } = await aCoordinator(at.db, activity.organization.id)
    await storeProfile(at.db, person.userId, { givenName: 'ليلى' })
    const again = reissueCertificate(at.db, { actor, certificateId, reason, now })
    await expect(again).rejects.toMatchObject({ code: 'name_not_printable' })
    expect(await stands(claimId)).toEqual({ claim: 'certificateIssued', certificates: ['valid'] })
  })

  test('only a coordinator of its organization, after a second factor and with a reason', async () => {
    const { certificateId, activity, person } = await aCertificate(at.db)
    const home = activity.organization.id
    const elsewhere = (await anOpenActivity(at.db)).organization.id
    const { person: coordinator } = await aCoordinator(at.db, home)
    const { person: other } = await aCoordinator(at.db, elsewhere)
    const { person: manager } = await aPerson(at.db, { roles: [[home, 'manager']] })
    for (const act of [voidCertificate, reissueCertificate]) {
      const tried = (actor: typeof person, why = reason, id = certificateId) =>
        act(at.db, { actor, certificateId: id, reason: why, now }).then(
          () => 'done',
          ({ code }) => code
        )
      expect(await tried(person)).toBe('not_allowed')
      expect(await tried(manager)).toBe('not_allowed')
      expect(await tried(other)).toBe('certificate_not_found')
      expect(await tried({ ...coordinator, hasSecondFactor: false })).toBe('second_factor_needed')
      expect(await tried(coordinator, ' \n ')).toBe('reason_missing')
      expect(await tried(coordinator, 'x'.repeat(501))).toBe('invalid_input')
      expect(await tried(coordinator, reason, 'nothing')).toBe('certificate_not_found')
    }
    expect(await acts()).toEqual(['certificate.issued'])
  })

  test('its owner and the coordinator see it, nobody else', async () => {
    const { certificateId, activity, person } = await aCertificate(at.db)
    const home = activity.organization.id
    const elsewhere = (await anOpenActivity(at.db)).organization.id
    const seen = (actor: typeof person) =>
      getCertificate(at.db, { actor, certificateId }).then(
        ({ id }) => id,
        ({ code }) => code
      )
    expect(await seen(person)).toBe(certificateId)
    expect(await seen({ ...person, memberships: [] })).toBe(certificateId)
    expect(await seen((await aCoordinator(at.db, home)).person)).toBe(certificateId)
    expect(await seen((await aPerson(at.db, { roles: [[home, 'learner']] })).person)).toBe('not_allowed')
    expect(await seen((await aCoordinator(at.db, elsewhere)).person)).toBe('certificate_not_found')
    expect(await seen((await aPerson(at.db)).person)).toBe('certificate_not_found')
  })
})

describe.each(engines)('verification on %s', (engine) => {
  const at = useRecord(engine)
  const verify = (typed: string, address = '192.0.2.1', when = now) => verifyCode(at.db, { typed, address, now: when })
  const certificate = {
    found: 'certificate',
    status: 'valid',
    name: "N. Ł. O'Brien-Đorđević",
    title: 'Seeing patients alone',
    completedOn: '2026-11-03',
    credits: [{ type: 'Contact hours', amountHundredths: 75, unit: 'contact hour' }],
    provider: 'Example Hospital',
    isDemonstration: false
  }

  test('whoever has the code learns the least, however it is typed', async () => {
    const { code } = await aCertificate(at.db)
    expect(await verify(code)).toEqual(certificate)
    expect(await verify(` ${code.toLowerCase().replace(/(.{5})/g, '$1 - ')}`)).toEqual(certificate)
  })

  test('a voided one says so, and a replaced one does not tell the new code', async () => {
    const { code, certificateId, activity } = await aCertificate(at.db)
    const { person: actor } = await aCoordinator(at.db, activity.organization.id)
    await voidCertificate(at.db, { actor, certificateId, reason, now })
    expect(await verify(code)).toEqual({ ...certificate, status: 'voided' })
    const again = await reissueCertificate(at.db, { actor, certificateId, reason, now })
    expect(await verify(code)).toEqual({ ...certificate, status: 'replaced' })
    expect(await verify(again.code)).toEqual(certificate)
  })

  test('an unknown code, a mistyped one and anything else get the same answer', async () => {
    const { code } = await aCertificate(at.db)
    const mistyped = `${code.slice(0, -1)}${code.endsWith('3') ? '4' : '3'}`
    for (const typed of ['6C3KW9QT4MXHP7R9', mistyped, '', "' or 1=1 --", '%', 'x'.repeat(10_000)]) {
      expect(await verify(typed)).toEqual({ found: 'nothing' })
    }
  })

  test.each([
    ['another name', (row: Row) => ({ snapshot: row.snapshot.replace('Đorđević', 'Smith') })],
    ['another hash', () => ({ snapshotHash: '0'.repeat(64) })],
    ['no JSON', () => ({ snapshot: '{' })],
    ['another day of issue', () => ({ issuedAt: '2026-11-05T02:30:00.000Z' })],
    ['voided without a day', () => ({ state: 'voided' as const })]
  ])('a row with %s cannot be verified or shown', async (_, change) => {
    const { code, certificateId, person } = await aCertificate(at.db)
    const row = await at.db.selectFrom('certificate').selectAll().executeTakeFirstOrThrow()
    await at.db.updateTable('certificate').set(change(row)).execute()
    expect(await verify(code)).toEqual({ found: 'tampered' })
    expect((await getCertificate(at.db, { actor: person, certificateId })).snapshot).toBe(undefined)
  })

  test('a code made valid again is told by its day', async () => {
    const { code, certificateId, activity } = await aCertificate(at.db)
    const { person: actor } = await aCoordinator(at.db, activity.organization.id)
    await voidCertificate(at.db, { actor, certificateId, reason, now })
    await at.db.updateTable('certificate').set({ state: 'valid' }).execute()
    expect(await verify(code)).toEqual({ found: 'tampered' })
  })

  test('thirty codes that lead to nothing within a minute are enough for one network', async () => {
    const { code } = await aCertificate(at.db)
    for (let index = 0; index < 30; index += 1)
      expect(await verify('wrong', '2001:db8:1:2:3::4')).toEqual({ found: 'nothing' })
    expect(await verify(code, '2001:db8:1:2:ffff::1')).toEqual({ found: 'later' })
    expect(await verify(code, '2001:db8:1:3::1')).toEqual(certificate)
    expect(await verify(code, '2001:db8:1:2::1', new Date(now.getTime() + 60_000))).toEqual(certificate)
  })

  test('codes that are right never count', async () => {
    const { code } = await aCertificate(at.db)
    for (let index = 0; index < 40; index += 1) expect(await verify(code)).toEqual(certificate)
    expect(await at.db.selectFrom('rateLimit').select('key').execute()).toEqual([])
  })
})

type Row = { snapshot: string }
