import type { Block } from './blocks.ts'
import { breakLines } from './lines.ts'
import { hair, ink } from './paper.ts'
import { lazily, type Piece, type Setting } from './pieces.ts'

type Table = Extract<Block, { kind: 'table' }>
type Cell = { lines: string[]; x: number }

const size = 9.5
const leading = 13.5
const pad = 5
const between = 12

/** @returns a table as pieces, one for its heads and one for each row; the heads stand again on top of each page. */
export function setTable({ columns, rows, rowHeight = 0 }: Table, setting: Setting): Piece[] {
  const table = lazily(setting, 'Table')
  const head = cellsOf(
    columns.map((column) => column.head),
    columns,
    setting
  )
  const headHeight = heightOf(head)
  const drawHead = (y: number) => {
    row(setting, { cells: head, y, tag: 'TH', parent: table })
    line(setting, y + headHeight, 1.2)
  }
  const again = {
    height: headHeight,
    // The heads are read once; on later pages they are there for the eye.
    draw: (y: number) => {
      setting.paper.adorn(() => writeCells(setting, head, y, 'bold'))
      line(setting, y + headHeight, 1.2)
    }
  }
  const body = rows.map((cells, index): Piece => {
    const laid = cellsOf(cells, columns, setting)
    const height = Math.max(rowHeight, heightOf(laid))
    return {
      height,
      gap: 0,
      staysWithNext: false,
      again,
      draw: (y) => {
        row(setting, { cells: laid, y, tag: 'TD', parent: table })
        line(setting, y + height, 0.4)
        if (index === rows.length - 1) table().end()
      }
    }
  })
  return [{ height: headHeight, gap: 10, staysWithNext: true, draw: drawHead }, ...body]
}

function cellsOf(texts: readonly string[], columns: Table['columns'], { paper, left, width }: Setting): Cell[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  let x = left
  return columns.map(({ share }, index) => {
    const wide = (width * share) / all
    const weight = index === 0 ? 'bold' : 'regular'
    const lines = breakLines(texts[index] ?? '', wide - between, (part) => paper.widthOf(part, weight, size))
    const cell = { lines, x }
    x += wide
    return cell
  })
}

function heightOf(cells: readonly Cell[]): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length)) * leading + pad * 2
}

type Row = { cells: readonly Cell[]; y: number; tag: 'TH' | 'TD'; parent: () => PDFKit.PDFStructureElement }

function row(setting: Setting, { cells, y, tag, parent }: Row): void {
  const { doc } = setting.paper
  const line = doc.struct('TR')
  parent().add(line)
  for (const [index, cell] of cells.entries()) {
    const isBold = tag === 'TH' || index === 0
    const draw = () => writeCells(setting, [cell], y, isBold ? 'bold' : 'regular')
    const options = tag === 'TH' ? { scope: 'Column' } : index === 0 ? { scope: 'Row' } : {}
    line.add(doc.struct(index === 0 ? 'TH' : tag, options as object, draw))
  }
  line.end()
}

function writeCells({ paper }: Setting, cells: readonly Cell[], y: number, weight: 'bold' | 'regular'): void {
  for (const { lines, x } of cells) {
    for (const [index, text] of lines.entries()) {
      paper.write(text, { x, y: y + pad + (index + 1) * leading - 3.5, weight, size, color: ink })
    }
  }
}

function line({ paper, left, width }: Setting, y: number, weight: number): void {
  paper.adorn(() =>
    paper.doc
      .lineWidth(weight)
      .strokeColor(weight > 1 ? ink : hair)
      .moveTo(left, y)
      .lineTo(left + width, y)
      .stroke()
  )
}
