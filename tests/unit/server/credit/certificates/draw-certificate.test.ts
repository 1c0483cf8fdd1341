import { describe, expect, test } from 'vitest'
import { drawCertificate } from '#server/credit/certificates/draw-certificate.ts'
import { drawTranscript } from '#server/credit/certificates/draw-transcript.ts'
import type { TranscriptRow } from '#server/credit/certificates/transcript.ts'
import { lettersMissing } from '#server/papers/paper.ts'
import { aSnapshot } from '#tests/helpers/certificates.ts'
import { readPdf } from '#tests/helpers/pdf.ts'

const statement =
  'In support of improving patient care, Example Hospital has planned and implemented this activity, which nobody accredits. Learners should claim only the credit commensurate with the extent of their participation -> 2x3. '

describe('a certificate on paper', () => {
  test('is one letter page, tagged, declared PDF/UA, with every font in it', async () => {
    const file = await drawCertificate(aSnapshot())
    const { pages, catalog, fonts, structure, metadata } = readPdf(file)
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('/MediaBox [0 0 612 792]')
    expect(catalog).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect(catalog).toContain('/Lang (en-US)')
    expect(catalog).toMatch(/\/MarkInfo/)
    expect(catalog).toMatch(/\/ViewerPreferences/)
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(metadata).toContain('Certificate of credit 6C3K-W9QT-4MXH-P7RB')
    expect(fonts.map(({ name, isEmbedded }) => [name.slice(7), isEmbedded]).sort()).toEqual([
      ['Inter-Light', true],
      ['Inter-Regular', true],
      ['Inter-SemiBold', true]
    ])
    expect(structure.filter((type) => type === 'H1')).toHaveLength(1)
    expect(structure.filter((type) => type === 'Figure')).toHaveLength(1)
    expect(new Set(structure)).toEqual(new Set(['Document', 'H1', 'P', 'Figure']))
    expect(file.toString('latin1')).toContain(
      '/Alt (QR code that opens the verification of certificate 6C3K-W9QT-4MXH-P7RB)'
    )
    expect(file.length).toBeLessThan(100_000)
  })

  test('says everything that was stored, in the order it is read', async () => {
    const { text } = readPdf(await drawCertificate(aSnapshot()))
    expect(text.split('\n')).toEqual([
      'Example Hospital',
      'Certificate of credit',
      'This certifies that',
      'Kim Doe, RN',
      'completed',
      'Seeing patients alone',
      'Self-paced on the internet (enduring material), on November 3, 2026',
      '1.25',
      'Contact hours',
      'Example Hospital grants 1.25 example hours for this enduring material.',
      'Ada Example, for the provider',
      'Example Hospital',
      '1 Example Street, Springfield',
      'https://hospital.example.org',
      'education@hospital.example.org',
      '6C3K-W9QT-4MXH-P7RB',
      'Issued: November 3, 2026',
      'Activity number: A-01',
      'Provider number: 007',
      'Version: 3, course 2',
      'Verify it at training.example.org/verify',
      'or with the square code.'
    ])
  })

  test.each([
    ['Nguyễn Łukasz', "O'Brien-Đorđević"],
    ['Ευαγγελία', 'Παπαδοπούλου'],
    ['Анна', 'Щербакова-Їжакевич'],
    ['Zoë', 'Ångström ß Ș ǅ']
  ])('the name %s %s is copied out as it was typed', async (givenName, familyName) => {
    const { text } = readPdf(await drawCertificate(aSnapshot({ person: { givenName, familyName, credentials: 'RN' } })))
    expect(text).toContain(`\n${givenName} ${familyName}, RN\n`)
  })

  test('a very long name and title stay on the page, and no word of them is lost', async () => {
    const person = {
      givenName: 'Maria Antonia Christophora Wilhelmina '.repeat(2).trim(),
      familyName: 'von Habsburg-Lothringen-Schleswig-Holstein-Sonderburg-Glücksburg',
      credentials: 'MD, PhD, MPH, FACP, FACOG'
    }
    const title =
      'Recognizing and responding to patients in emergency departments and in every other place where people come for care: '
        .repeat(2)
        .trim()
    const { pages, text } = readPdf(
      await drawCertificate(aSnapshot({ person, activity: { ...aSnapshot().activity, title } }))
    )
    expect(pages).toHaveLength(1)
    const joined = text.replaceAll('\n', ' ')
    expect(joined).toContain(title)
    expect(joined.replaceAll(' ', '')).toContain(
      `${person.givenName}${person.familyName},${person.credentials}`.replaceAll(' ', '')
    )
  })

  test('six long statements are set in eight points and are all there, sign for sign', async () => {
    const statements = Array.from({ length: 6 }, (_, index) => `${index + 1}. ${statement.repeat(2).trim()}`)
    const file = await drawCertificate(aSnapshot({ statements }))
    const { pages, text, structure } = readPdf(file)
    expect(pages).toHaveLength(1)
    expect(structure.filter((type) => type === 'P')).toHaveLength(17)
    for (const each of statements) expect(text.replaceAll('\n', ' ')).toContain(each)
    expect(smallestSize(file)).toBe(8)
  })

  test('even a statement as long as an office may paste is whole, on the one page', async () => {
    const long = statement.repeat(15).slice(0, 3000).trim()
    const file = await drawCertificate(aSnapshot({ statements: [long] }))
    const { pages, text } = readPdf(file)
    expect(pages).toHaveLength(1)
    expect(text.replaceAll('\n', ' ')).toContain(long)
    expect(smallestSize(file)).toBeGreaterThanOrEqual(7)
  })

  test('one of completion claims no credit', async () => {
    const { text } = readPdf(await drawCertificate(aSnapshot({ credits: [], statements: [] })))
    expect(text).toContain('Certificate of completion')
    expect(text).toContain('This certificate claims no continuing education credit.')
    expect(text).not.toMatch(/contact hour|grants/i)
  })

  test('a demonstration, a voided copy, a license and a later print say so', async () => {
    const copy = { printedOn: '2026-12-01', license: 'RN license 0042 (TX)', status: 'voided' } as const
    const { text } = readPdf(await drawCertificate(aSnapshot({ isDemonstration: true }), copy))
    expect(text).toMatch(/^VOIDED\. This certificate no longer counts\. DEMONSTRATION, NOT A REAL CERTIFICATE\./)
    expect(text).toContain('\nRN license 0042 (TX)\n')
    expect(text).toContain('\nDuplicate printed on December 1, 2026.\n')
  })

  test('the same snapshot gives the same file', async () => {
    expect((await drawCertificate(aSnapshot())).equals(await drawCertificate(aSnapshot()))).toBe(true)
  })
})

test.each([
  ["Nguyễn Łukasz O'Brien-Đorđević Ευαγγελία Щербакова\n™", []],
  ['ليلى', ['ل', 'ي', 'ى']],
  ['כהן', ['כ', 'ה', 'ן']],
  ['漢a漢', ['漢']]
])('%s: what the typeface lacks is known', (text, missing) => {
  expect(lettersMissing(text)).toEqual(missing)
})

describe('a transcript on paper', () => {
  const row = (index: number): TranscriptRow => ({
    certificateId: `c-${index}`,
    completedOn: '2026-11-03',
    title: `Seeing patients alone, part ${index}`,
    provider: 'Example Hospital',
    type: 'Contact hours',
    amount: '1.25',
    unit: 'contact hour',
    format: 'Enduring material, internet',
    code: '6C3K-W9QT-4MXH-P7RB',
    status: index === 1 ? 'replaced' : 'valid',
    isDemonstration: false
  })

  test('takes as many letter pages as it needs; the heads stand on each and are read once', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => row(index))
    const { pages, structure, text, fonts } = readPdf(
      await drawTranscript({ name: 'Kim Doe', printedOn: '2026-11-24', rows })
    )
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toContain('/MediaBox [0 0 792 612]')
    expect(text.match(/^Completed$/gm)).toHaveLength(pages.length)
    expect(structure.filter((type) => type === 'TH')).toHaveLength(6)
    expect(structure.filter((type) => type === 'TR')).toHaveLength(41)
    expect(structure.filter((type) => type === 'TD')).toHaveLength(240)
    expect(text).toContain('Voided and replaced')
    expect(text).toContain(`Kim Doe, printed on November 24, 2026, page ${pages.length} of ${pages.length}`)
    expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
  })

  test('is a page that says so where nothing was issued', async () => {
    const { pages, text } = readPdf(await drawTranscript({ name: 'Kim Doe', printedOn: '2026-11-24', rows: [] }))
    expect(pages).toHaveLength(1)
    expect(text).toContain('No certificate has been issued yet.')
  })
})

function smallestSize(file: Buffer): number {
  return Math.min(...readPdf(file).sizes)
}
