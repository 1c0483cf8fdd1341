import { expect, test } from 'vitest'
import { inGroups } from '#server/credit/certificates/code.ts'
import type { Certificate } from '#server/credit/certificates/queries.ts'
import { transcriptOf } from '#server/credit/certificates/transcript.ts'
import { transcriptCsv } from '#server/credit/certificates/write-transcript.ts'
import { aSnapshot } from '#tests/helpers/certificates.ts'

const certificate: Certificate = {
  id: 'certificate-1',
  code: '6C3KW9QT4MXHP7RB',
  claimId: 'claim-1',
  userId: 'user-1',
  organizationId: 'organization-1',
  activityId: 'activity-1',
  issuedAt: '2026-11-04T02:30:00.000Z',
  status: 'valid',
  replaces: null,
  replacedBy: null,
  voidedAt: null,
  voidedBy: null,
  voidReason: null,
  snapshot: aSnapshot()
}

test('a transcript tells each credit in a row, voided ones too, and computes nothing in a spreadsheet', () => {
  const provider = { ...aSnapshot().provider, name: '@SUM(1,"2")' }
  const activity = { ...aSnapshot().activity, title: '=HYPERLINK("https://example.org")' }
  const other = { type: '0042', amountHundredths: 50, unit: '-unit' }
  const rows = transcriptOf([
    certificate,
    {
      ...certificate,
      status: 'replaced',
      snapshot: aSnapshot({ activity, provider, credits: [...aSnapshot().credits, other] })
    },
    { ...certificate, status: 'voided', snapshot: aSnapshot({ credits: [], isDemonstration: true }) },
    { ...certificate, snapshot: undefined }
  ])
  const end = `"Enduring material, internet",${inGroups(certificate.code)}`
  expect(transcriptCsv(rows)).toBe(
    [
      '\uFEFFcompleted_on,title,provider,credit_type,credit_amount,credit_unit,format,certificate_code,status,demonstration',
      `2026-11-03,Seeing patients alone,Example Hospital,Contact hours,1.25,contact hour,${end},Valid,no`,
      `2026-11-03,"'=HYPERLINK(""https://example.org"")","'@SUM(1,""2"")",Contact hours,1.25,contact hour,${end},Voided and replaced,no`,
      `2026-11-03,"'=HYPERLINK(""https://example.org"")","'@SUM(1,""2"")",0042,0.50,'-unit,${end},Voided and replaced,no`,
      `2026-11-03,Seeing patients alone,Example Hospital,"Completion, no credit",,,${end},Voided,yes`,
      ''
    ].join('\r\n')
  )
})
