import { stringify } from 'csv-stringify/sync'

/** The mark at the start of a file by which older spreadsheets know that it is UTF-8. */
export const byteOrderMark = '\uFEFF'

/**
 * @returns rows as CSV after RFC 4180, each ended by CR LF. A text that a spreadsheet would compute gets an apostrophe
 * in front.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  // The library takes rows that it could change, and changes none.
  return stringify(rows as unknown[], { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n\t]/ })
}
