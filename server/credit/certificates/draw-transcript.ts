import { breakLines } from '#server/papers/lines.ts'
import { hair, ink, openPaper, type Paper, soft, type Weight } from '#server/papers/paper.ts'
import { statusWords, type TranscriptRow } from './transcript.ts'
import { dayWords } from './words.ts'

/** Whose transcript it is, and the day (YYYY-MM-DD) it is printed. */
export type TranscriptOf = { name: string; printedOn: string; rows: readonly TranscriptRow[] }

const sheet = { left: 48, right: 744, top: 54, bottom: 560, foot: 582 } as const
const size = 8.5
const leading = 11.5
const pad = 7

const columns = [
  { head: 'Completed', width: 98, of: (row: TranscriptRow) => dayWords(row.completedOn) },
  { head: 'Activity', width: 172, of: (row: TranscriptRow) => [row.title, demonstrationOf(row)].join('') },
  { head: 'Provider', width: 116, of: (row: TranscriptRow) => row.provider },
  { head: 'Credit', width: 106, of: creditOf },
  { head: 'Format', width: 84, of: (row: TranscriptRow) => row.format },
  { head: 'Certificate', width: 120, of: (row: TranscriptRow) => `${row.code}\n${statusWords[row.status]}` }
] as const

type Cell = { lines: string[]; x: number }
type Row = { cells: Cell[]; height: number }

/** @returns a transcript as a tagged PDF on as many letter pages as it takes, each with the heads of the columns. */
export async function drawTranscript(transcript: TranscriptOf): Promise<Buffer> {
  const paper = openPaper({
    title: `Transcript of ${transcript.printedOn}`,
    language: 'en-US',
    createdAt: new Date(transcript.printedOn),
    layout: 'landscape'
  })
  const pages = pagesOf(paper, transcript.rows)
  const note = (page: number) =>
    `${transcript.name}, printed on ${dayWords(transcript.printedOn)}, page ${page} of ${pages.length}`
  let y = drawTop(paper, transcript)
  if (transcript.rows.length === 0) say(paper, 'No certificate has been issued yet.', y + 20)
  const table = transcript.rows.length > 0 ? paper.doc.struct('Table') : undefined
  if (table) paper.root.add(table)
  for (const [index, rows] of pages.entries()) {
    if (index > 0) paper.doc.addPage()
    paper.adorn(() =>
      paper.write(note(index + 1), { x: sheet.left, y: sheet.foot, weight: 'regular', size, color: soft })
    )
    if (table) y = drawRows(paper, table, { rows, top: index === 0 ? y : sheet.top, isFirst: index === 0 })
  }
  table?.end()
  return paper.finish()
}

const topHeight = 78

function drawTop(paper: Paper, { name, printedOn }: TranscriptOf): number {
  const title = () => paper.write('Transcript', { x: sheet.left, y: 80, weight: 'light', size: 26 })
  paper.root.add(paper.doc.struct('H1', {}, title))
  say(paper, `${name}. Printed on ${dayWords(printedOn)} from the certificates issued here.`, 104)
  return sheet.top + topHeight
}

function say(paper: Paper, text: string, y: number): void {
  const draw = () => paper.write(text, { x: sheet.left, y, weight: 'regular', size: 10, color: soft })
  paper.root.add(paper.doc.struct('P', {}, draw))
}

/** Rows that fit each page; there is always one page. */
function pagesOf(paper: Paper, rows: readonly TranscriptRow[]): Row[][] {
  const pages: Row[][] = [[]]
  let room: number = sheet.bottom - sheet.top - topHeight - headHeight
  for (const row of rows.map((each) => rowOf(paper, each))) {
    if (row.height > room) {
      pages.push([])
      room = sheet.bottom - sheet.top - headHeight
    }
    pages.at(-1)?.push(row)
    room -= row.height
  }
  return pages
}

const headHeight = leading + pad

function rowOf(paper: Paper, row: TranscriptRow): Row {
  let x: number = sheet.left
  const cells = columns.map(({ width, of }) => {
    const lines = breakLines(of(row), width - 12, (part) => paper.widthOf(part, 'regular', size))
    const cell = { lines, x }
    x += width
    return cell
  })
  const height = Math.max(...cells.map(({ lines }) => lines.length)) * leading + pad * 2
  return { cells, height }
}

type Drawn = { rows: readonly Row[]; top: number; isFirst: boolean }

function drawRows(paper: Paper, table: PDFKit.PDFStructureElement, { rows, top, isFirst }: Drawn): number {
  // The heads are read once; on later pages they are there for the eye.
  if (isFirst) drawHeads(paper, top, table)
  else paper.adorn(() => drawHeads(paper, top))
  rule(paper, top + headHeight, 1.4)
  let y = top + headHeight
  for (const row of rows) {
    drawRow(paper, table, { row, y })
    y += row.height
    rule(paper, y, 0.4)
  }
  return y
}

function drawHeads(paper: Paper, y: number, table?: PDFKit.PDFStructureElement): void {
  const line = table && paper.doc.struct('TR')
  if (table && line) table.add(line)
  let x: number = sheet.left
  for (const { head, width } of columns) {
    const at = x
    const draw = () => write(paper, head, { x: at, y: y + leading, weight: 'bold' })
    if (line) line.add(paper.doc.struct('TH', { scope: 'Column' } as object, draw))
    else draw()
    x += width
  }
  line?.end()
}

function drawRow(paper: Paper, table: PDFKit.PDFStructureElement, { row, y }: { row: Row; y: number }): void {
  const line = paper.doc.struct('TR')
  table.add(line)
  for (const { lines, x } of row.cells) {
    const draw = () => {
      for (const [index, text] of lines.entries()) {
        write(paper, text, { x, y: y + pad + (index + 1) * leading - 2.5, weight: 'regular' })
      }
    }
    line.add(paper.doc.struct('TD', {}, draw))
  }
  line.end()
}

function write(paper: Paper, text: string, { x, y, weight }: { x: number; y: number; weight: Weight }): void {
  paper.write(text, { x, y, weight, size, color: ink })
}

function rule({ doc, adorn }: Paper, y: number, width: number): void {
  adorn(() =>
    doc
      .lineWidth(width)
      .strokeColor(width > 1 ? ink : hair)
      .moveTo(sheet.left, y)
      .lineTo(sheet.right, y)
      .stroke()
  )
}

function creditOf({ amount, type, unit }: TranscriptRow): string {
  if (amount === '') return type
  return type.toLowerCase().includes(unit.toLowerCase()) ? `${amount} ${type}` : `${amount} ${unit}, ${type}`
}

function demonstrationOf({ isDemonstration }: TranscriptRow): string {
  return isDemonstration ? ' (demonstration, accredited by nobody)' : ''
}
