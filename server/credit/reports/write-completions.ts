import writeExcelFile from 'write-excel-file/node'
import { type CompletionRow, completionColumns } from './completion-row.ts'
import { byteOrderMark, csvOf } from './write-csv.ts'

/** A workbook is built in memory, so that it holds at most this many rows; CSV has no such limit. */
export const xlsxLimit = 3000

/** @returns the report as CSV, page by page; `hasMark` begins it with a byte order mark. */
export async function* completionsCsv(
  pages: AsyncIterable<readonly CompletionRow[]>,
  { hasMark }: { hasMark: boolean }
): AsyncGenerator<string> {
  yield `${hasMark ? byteOrderMark : ''}${csvOf([completionColumns])}`
  for await (const rows of pages) yield csvOf(rows.map(cellsOf))
}

/** @returns the report as a workbook of text cells, in which nothing is computed and every zero stands. */
export async function completionsXlsx(pages: AsyncIterable<readonly CompletionRow[]>): Promise<Uint8Array> {
  const rows: string[][] = []
  for await (const page of pages) rows.push(...page.map(cellsOf))
  const head = completionColumns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const sheet = [head, ...rows.map((cells) => cells.map((value) => ({ value: printable(value), type: String })))]
  return writeExcelFile(sheet, { sheet: 'Completions', stickyRowsCount: 1 }).toBuffer()
}

function cellsOf(row: CompletionRow): string[] {
  return completionColumns.map((column) => row[column])
}

// XML knows no way to write these, and a workbook that holds one does not open.
function printable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}
