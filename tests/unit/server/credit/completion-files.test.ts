import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type CompletionRow, completionColumns } from '#server/credit/reports/completion-row.ts'
import { completionsCsv, completionsXlsx } from '#server/credit/reports/write-completions.ts'
import { csvOf } from '#server/credit/reports/write-csv.ts'

describe('CSV', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=1', '＝1'])('a cell %j computes nothing', (cell) => {
    const [written = ''] = csvOf([[cell]]).split('\r\n', 1)
    expect(written.replace(/^"/, '').startsWith("'")).toBe(true)
  })

  test('quotes, commas and line breaks are quoted, and every row ends in CR LF', () => {
    expect(csvOf([['a"b', 'c,d', 'e\nf', 'g\rh', "O'Brien", 'Nguyễn']])).toBe(
      '"a""b","c,d","e\nf","g\rh",O\'Brien,Nguyễn\r\n'
    )
    expect(csvOf([['1'], ['']])).toBe('1\r\n\r\n')
  })

  test('numbers of our own may be below zero', () => {
    expect(csvOf([[-5, 0.5, null]])).toBe('-5,0.5,\r\n')
  })

  test('the mark stands once, at the start, and only on wish', async () => {
    const pages = [[aRow()], [aRow()]]
    const read = async (hasMark: boolean) => {
      const parts: string[] = []
      for await (const part of completionsCsv(inPages(pages), { hasMark })) parts.push(part)
      return parts.join('')
    }
    const plain = await read(false)
    expect(plain.startsWith('record_id,employee_id,first_name,')).toBe(true)
    expect(plain.split('\r\n')).toHaveLength(4)
    expect(await read(true)).toBe(`\uFEFF${plain}`)
  })
})

test('the columns are those that reports of hospitals are made from, in order', () => {
  expect(completionColumns.join(', ')).toBe(
    'record_id, employee_id, first_name, last_name, email, profession, degree, license_state, license_number, npi, ' +
      'birth_mmdd, activity_id, activity_version, activity_title, format, session_id, started_on, completed_on, ' +
      'time_zone, minutes_attested, score_percent, passed, attempts, evaluation_done, credit_type, credit_amount, ' +
      'credit_unit, certificate_id, certificate_status, facility, department, consent_to_report, reported_to, ' +
      'reported_on, report_status, report_error'
  )
})

describe('XLSX', () => {
  test('holds text alone: zeros stand, formulas are words, and signs that no file can hold are left out', async () => {
    const row = aRow({ employee_id: '000123', first_name: '=1+1', last_name: "Đorđević & <O'Brien>\u0001", npi: '-7' })
    const sheet = partOf(await completionsXlsx(inPages([[row]])), 'xl/worksheets/sheet1.xml')
    expect(sheet).not.toMatch(/<f>|t="n"/)
    const [, cells = ''] = sheet.split('</row>')
    expect([...cells.matchAll(/<c [^>]*t="(\w+)"/g)].every(([, kind]) => kind === 'inlineStr' || kind === 's')).toBe(
      true
    )
    const strings = partOf(await completionsXlsx(inPages([[row]])), 'xl/sharedStrings.xml')
    const text = sheet + strings
    for (const written of ['>000123<', '>=1+1<', ">Đorđević &amp; &lt;O'Brien&gt;<", '>-7<'])
      expect(text).toContain(written)
  })
})

function aRow(changes: Partial<CompletionRow> = {}): CompletionRow {
  const empty = Object.fromEntries(completionColumns.map((column) => [column, '']))
  // Every column is there by the line above.
  return { ...(empty as CompletionRow), ...changes }
}

async function* inPages(pages: CompletionRow[][]) {
  yield* pages
}

/** @returns one file of a zip archive as text, empty where there is none; reads the archive by its list at the end. */
function partOf(archive: Uint8Array, name: string): string {
  const bytes = Buffer.from(archive)
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006') + 16)
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const start = bytes.readUInt32LE(at + 42)
    const found = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    if (found === name) {
      const body = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
      const packed = bytes.subarray(body, body + bytes.readUInt32LE(at + 20))
      return (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8')
    }
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return ''
}
