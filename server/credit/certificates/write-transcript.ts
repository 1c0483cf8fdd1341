import { byteOrderMark, csvOf } from '#server/credit/reports/write-csv.ts'
import { statusWords, type TranscriptRow } from './transcript.ts'

const columns = [
  'completed_on',
  'title',
  'provider',
  'credit_type',
  'credit_amount',
  'credit_unit',
  'format',
  'certificate_code',
  'status',
  'demonstration'
]

/** @returns a transcript as CSV in UTF-8 with its mark; what a spreadsheet would compute is made plain text. */
export function transcriptCsv(rows: readonly TranscriptRow[]): string {
  return byteOrderMark + csvOf([columns, ...rows.map(cellsOf)])
}

function cellsOf({ completedOn, title, provider, type, amount, unit, format, code, status, ...row }: TranscriptRow) {
  const demonstration = row.isDemonstration ? 'yes' : 'no'
  return [completedOn, title, provider, type, amount, unit, format, code, statusWords[status], demonstration]
}
