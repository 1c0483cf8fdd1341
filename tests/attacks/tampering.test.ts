import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { GET as certificateFile } from '#app/certificates/[certificateId]/file/route.ts'
import { verifyCode } from '#server/credit/certificates/verify-code.ts'
import { checkCertificate } from '#server/credit/reports/check-certificate.ts'
import { aCertificate, aCoordinator } from '#tests/helpers/certificates.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { useDoorsOn } from '#tests/helpers/doors.ts'

describe.each(engines)('a certificate on %s whose row', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => useDoorsOn(record.db))
  const verify = (typed: string) => verifyCode(record.db, { typed, address: '192.0.2.7', now: new Date() })
  const issued = async () => {
    const made = await aCertificate(record.db)
    const row = await record.db
      .selectFrom('certificate')
      .selectAll()
      .where('id', '=', made.certificateId)
      .executeTakeFirstOrThrow()
    expect(await verify(made.code)).toMatchObject({ found: 'certificate' })
    return { made, row }
  }
  const change = (id: string, values: Record<string, string>) =>
    record.db.updateTable('certificate').set(values).where('id', '=', id).execute()

  const changes: Record<string, (snapshot: string) => string> = {
    'gives more hours': (snapshot) => snapshot.replace(/"amountHundredths":\d+/, '"amountHundredths":9900'),
    'names somebody else': (snapshot) => snapshot.replace(/"familyName":"[^"]*"/, '"familyName":"Other"'),
    'has another day': (snapshot) => snapshot.replace(/"completedOn":"[^"]*"/, '"completedOn":"2020-01-01"'),
    'has a blank more': (snapshot) => `${snapshot} `,
    'is empty': () => '{}',
    'is no JSON': () => '{'
  }

  test.each(Object.entries(changes))('%s is not verified, and no file is drawn of it', async (_, tamper) => {
    const { made, row } = await issued()
    const snapshot = tamper(row.snapshot)
    expect(snapshot).not.toBe(row.snapshot)
    await change(row.id, { snapshot })
    expect(await verify(made.code)).toEqual({ found: 'tampered' })
    const asked = new Request('http://localhost:3000/x', { headers: { cookie: made.cookie } })
    const file = await certificateFile(asked, { params: Promise.resolve({ certificateId: row.id }) })
    expect(file.headers.get('content-type')).not.toBe('application/pdf')
    expect(file.headers.get('location')).toMatch(/notice=certificate_tampered$/)
  })

  test('was given the code of another is not verified under it', async () => {
    const [one, other] = [await issued(), await issued()]
    await record.db.deleteFrom('certificate').where('id', '=', other.row.id).execute()
    await change(one.row.id, { code: other.made.code })
    expect(await verify(other.made.code)).toEqual({ found: 'tampered' })
    expect(await verify(one.made.code)).toEqual({ found: 'nothing' })
  })

  test('holds the snapshot and hash of another is not verified', async () => {
    const [one, other] = [await issued(), await issued()]
    const { snapshot, snapshotHash } = other.row
    await change(one.row.id, { snapshot, snapshotHash })
    expect(await verify(one.made.code)).toEqual({ found: 'tampered' })
  })

  test('got more hours and a fitting plain hash is found by the check against its log', async () => {
    const { made, row } = await issued()
    const snapshot = row.snapshot.replace(/"amountHundredths":\d+/, '"amountHundredths":9900')
    const snapshotHash = createHash('sha256').update(snapshot).digest('hex')
    await change(row.id, { snapshot, snapshotHash })
    const organizationId = made.activity.organization.id
    const { person: actor } = await aCoordinator(record.db, organizationId)
    const check = await checkCertificate(record.db, { actor, organizationId, certificate: row.id, now: new Date() })
    const isUnreadable = check.certificates.some((each) => each.snapshot === undefined)
    expect(isUnreadable || check.findings.some(({ isSame }) => !isSame)).toBe(true)
  })
})
