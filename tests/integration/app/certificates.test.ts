import { describe, expect, test } from 'vitest'
import { GET as file } from '#app/certificates/[certificateId]/file/route.ts'
import { POST as reissue } from '#app/manage/certificates/[certificateId]/reissue/route.ts'
import { POST as voiding } from '#app/manage/certificates/[certificateId]/void/route.ts'
import { GET as transcript } from '#app/transcript/file/route.ts'
import { listCertificates } from '#server/credit/certificates/list-certificates.ts'
import { listOfClaim } from '#server/credit/certificates/queries.ts'
import { addLicense } from '#server/people/profiles/save-license.ts'
import { anOpenActivity } from '#tests/helpers/activities.ts'
import { aCertificate, aCoordinator } from '#tests/helpers/certificates.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, useDoorsOn } from '#tests/helpers/doors.ts'
import { readPdf } from '#tests/helpers/pdf.ts'
import { aPerson } from '#tests/helpers/people.ts'

const to = (certificateId: string) => ({ params: Promise.resolve({ certificateId }) })
const get = (cookie: string, query = '') =>
  new Request(`http://localhost:3000/anywhere${query}`, { headers: { cookie, accept: 'text/html' } })
const post = (cookie: string, body: Record<string, string>) =>
  aPost(new URLSearchParams(body).toString(), { headers: { cookie } })
const signInTo = (page: string) => `/sign-in?next=${encodeURIComponent(page)}&notice=not_signed_in`
const pdfOf = async (response: Response) => readPdf(Buffer.from(await response.arrayBuffer()))

describe.each(engines)('%s', (engine) => {
  const at = useRecord(engine)

  test('a certificate goes as a file with a neutral name to its owner and its office alone', async () => {
    const { certificateId, code, activity, cookie } = await aCertificate(at.db)
    useDoorsOn(at.db)
    const response = await file(get(cookie), to(certificateId))
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="certificate-${code.slice(0, 4)}-${code.slice(4, 8)}.pdf"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex'
    })
    const { pages, text } = await pdfOf(response)
    expect(pages).toHaveLength(1)
    expect(text).toContain("Nguyễn Łukasz O'Brien-Đorđević, RN")
    const office = await aCoordinator(at.db, activity.organization.id)
    expect((await file(get(office.cookie), to(certificateId))).status).toBe(200)
    const elsewhere = await aCoordinator(at.db, (await anOpenActivity(at.db)).organization.id)
    const refused = async (other: string) => {
      const { status, headers } = await file(get(other), to(certificateId))
      return [status, headers.get('location')]
    }
    const page = `/certificates/${certificateId}?notice=`
    expect(await refused('')).toEqual([303, signInTo(`/certificates/${certificateId}`)])
    expect(await refused((await aPerson(at.db)).cookie)).toEqual([303, `${page}certificate_not_found`])
    expect(await refused(elsewhere.cookie)).toEqual([303, `${page}certificate_not_found`])
  })

  test('a license is printed on the copy its owner asked for, and the reading is logged', async () => {
    const { certificateId, activity, person, cookie } = await aCertificate(at.db)
    useDoorsOn(at.db)
    const license = { state: 'TX', number: '0042', board: 'Board of Nursing', kind: 'RN' } as const
    await addLicense(at.db, { actor: person, license, now: new Date() })
    const office = await aCoordinator(at.db, activity.organization.id)
    const textFor = async (whose: string, query = '') =>
      (await pdfOf(await file(get(whose, query), to(certificateId)))).text
    expect(await textFor(cookie)).not.toContain('0042')
    expect(await textFor(office.cookie, '?with=license')).not.toContain('0042')
    expect(await textFor(cookie, '?with=license')).toContain('RN license 0042 (TX)')
    const reads = await at.db
      .selectFrom('auditEvent')
      .select(['actorId', 'reason'])
      .where('act', '=', 'license.read')
      .execute()
    expect(reads).toEqual([{ actorId: person.userId, reason: 'copy of a certificate' }])
    const { snapshot } = await at.db.selectFrom('certificate').select('snapshot').executeTakeFirstOrThrow()
    expect(snapshot).not.toContain('0042')
  })

  test('a tampered certificate is drawn for nobody', async () => {
    const { certificateId, cookie } = await aCertificate(at.db)
    useDoorsOn(at.db)
    await at.db.updateTable('certificate').set({ snapshotHash: 'other' }).execute()
    const { status, headers } = await file(get(cookie), to(certificateId))
    expect([status, headers.get('location')]).toEqual([
      303,
      `/certificates/${certificateId}?notice=certificate_tampered`
    ])
  })

  test('the office voids and reissues by forms, and is told where it led', async () => {
    const { claimId, certificateId, activity } = await aCertificate(at.db)
    useDoorsOn(at.db)
    const { cookie } = await aCoordinator(at.db, activity.organization.id)
    const page = `/manage/certificates/${certificateId}`
    const led = async (response: Promise<Response>) => (await response).headers.get('location')
    expect(await led(voiding(post(cookie, { voidReason: ' ' }), to(certificateId)))).toBe(
      `${page}?notice=reason_missing`
    )
    expect(await led(voiding(post(cookie, { reason: 'x' }), to(certificateId)))).toBe(`${page}?notice=invalid_input`)
    expect(await led(voiding(post('', { voidReason: 'x' }), to(certificateId)))).toBe(signInTo(page))
    const crossSite = aPost('voidReason=x', { headers: { cookie, origin: 'https://elsewhere.example' } })
    expect(await led(voiding(crossSite, to(certificateId)))).toBe(`${page}?notice=cross_site`)
    expect(await led(voiding(post(cookie, { voidReason: '<b>why</b>' }), to(certificateId)))).toBe(
      `${page}?notice=certificate_is_void`
    )
    const again = await led(reissue(post(cookie, { reason: 'Name.' }), to(certificateId)))
    const [before, after] = await listOfClaim(at.db, claimId)
    expect(again).toBe(`/manage/certificates/${after?.id}?notice=certificate_is_reissued`)
    expect(before?.voidReason).toBe('<b>why</b>')
  })

  test('a transcript holds one person’s own certificates of every organization', async () => {
    const first = await aCertificate(at.db)
    const second = await aCertificate(at.db, { person: first })
    const other = await aCertificate(at.db)
    useDoorsOn(at.db)
    const csv = await (await transcript(get(first.cookie, '?as=csv'))).text()
    const grouped = (code: string) => code.match(/.{4}/g)?.join('-')
    expect(csv.match(/(\w{4}-){3}\w{4}/g)?.sort()).toEqual([grouped(first.code), grouped(second.code)].sort())
    expect(csv).not.toContain(grouped(other.code))
    const { text } = await pdfOf(await transcript(get(first.cookie, '?as=pdf')))
    expect(text).toContain("Nguyễn Łukasz O'Brien-Đorđević, RN. Printed on")
    expect((await transcript(get('', '?as=csv'))).headers.get('location')).toBe(signInTo('/transcript'))
    expect((await transcript(get(first.cookie, '?as=xml'))).headers.get('location')).toBe(
      '/transcript?notice=invalid_input'
    )
  })

  test('the office finds its certificates by name, title, code and state, page by page', async () => {
    const { activity, ...first } = await aCertificate(at.db)
    useDoorsOn(at.db)
    const organizationId = activity.organization.id
    await aCertificate(at.db)
    const found = async (filter: object) => {
      const { certificates } = await listCertificates(at.db, { organizationId, ...filter })
      return certificates.map(({ id }) => id)
    }
    const own = [first.certificateId]
    expect(await found({})).toEqual(own)
    expect(await found({ text: 'nguyen lukasz' })).toEqual(own)
    expect(await found({ text: 'dordevic' })).toEqual(own)
    expect(await found({ text: 'PATIENTS alone' })).toEqual(own)
    expect(await found({ text: first.code.slice(0, 8).toLowerCase() })).toEqual(own)
    expect(await found({ text: '%' })).toEqual([])
    expect(await found({ status: 'valid', activityId: activity.activityId })).toEqual(own)
    expect(await found({ status: 'voided' })).toEqual([])
    await reissue(post((await aCoordinator(at.db, organizationId)).cookie, { reason: 'x' }), to(first.certificateId))
    expect(await found({ status: 'replaced' })).toEqual(own)
    expect(await found({ status: 'valid' })).toHaveLength(1)
  })
})
