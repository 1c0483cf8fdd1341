import type { Block, Mark } from './blocks.ts'
import { breakLines } from './lines.ts'
import { hair, ink, soft, type Weight } from './paper.ts'
import { bound, lazily, type Piece, type Setting } from './pieces.ts'
import { setChoices } from './set-choices.ts'
import { setTable } from './set-table.ts'

/** @returns a block as pieces, in their order. Nothing is drawn yet. */
export function setBlock(block: Block, setting: Setting): Piece[] {
  switch (block.kind) {
    case 'heading':
      return setHeading(block, setting)
    case 'text':
      return setText(block, setting)
    case 'list':
      return setList(block, setting)
    case 'table':
      return setTable(block, setting)
    case 'choices':
      return setChoices(block, setting) ?? setList({ kind: 'list', mark: 'box', items: block.options }, setting)
    case 'rules':
      return setRules(block, setting)
    case 'figures':
      return [setFigures(block, setting)]
    case 'together':
      return setTogether(block, setting)
  }
}

const body = 10.5

type Line = { text: string; x: number; width: number; weight: Weight; size: number; leading: number; color?: string }

const headings = {
  1: { size: 22, leading: 28, gap: 30, weight: 'light' },
  2: { size: 13.5, leading: 19, gap: 20, weight: 'bold' },
  3: { size: 11, leading: 15, gap: 12, weight: 'bold' }
} as const

function setHeading({ level, text }: Extract<Block, { kind: 'heading' }>, setting: Setting): Piece[] {
  const { size, leading, gap, weight } = headings[level]
  const { scale, left, width } = setting
  const line = { text, x: left, width, weight, size: size * scale, leading: leading * scale }
  const lines = linesOf(setting, { ...line, gap: gap * scale, tag: `H${level}` })
  return lines.map((piece) => ({ ...piece, staysWithNext: true }))
}

function setText(block: Extract<Block, { kind: 'text' }>, setting: Setting): Piece[] {
  const { scale, left, width } = setting
  const size = (block.size ?? body) * scale
  const { text, weight = 'regular', isSoft = false } = block
  const line = { text, x: left, width, weight, size, leading: size * 1.4, color: isSoft ? soft : ink }
  return linesOf(setting, { ...line, gap: size * 0.6, tag: 'P' })
}

function linesOf(setting: Setting, { gap, tag, ...line }: Line & { gap: number; tag: string }): Piece[] {
  const { text, width, weight, size, leading } = line
  const { paper } = setting
  const rows = breakLines(text, width, (part) => paper.widthOf(part, weight, size))
  const element = lazily(setting, tag)
  return rows.map((row, index) => ({
    height: leading,
    gap: index === 0 ? gap : 0,
    staysWithNext: rows.length > 1 && (index === 0 || index === rows.length - 2),
    draw: (y) => {
      element().add(() => writeLine(setting, { ...line, text: row }, y))
      if (index === rows.length - 1) element().end()
    }
  }))
}

function writeLine({ paper }: Setting, { text, x, weight, size, leading, color = ink }: Line, y: number): void {
  paper.write(text, { x, y: y + leading / 2 + size * 0.36, weight, size, color })
}

function setList({ mark, items }: Extract<Block, { kind: 'list' }>, setting: Setting): Piece[] {
  const list = lazily(setting, 'L')
  const pieces = items.flatMap((item, index) => setItem(item, { mark, index }, { ...setting, parent: list }))
  const last = pieces.at(-1)
  if (!last) return []
  const draw = (y: number) => {
    last.draw(y)
    list().end()
  }
  return [...pieces.slice(0, -1), { ...last, draw }]
}

function setItem(text: string, { mark, index }: { mark: Mark; index: number }, setting: Setting): Piece[] {
  const { scale, left, width, paper } = setting
  const size = body * scale
  const indent = size * (mark === 'dot' ? 1.2 : 1.9)
  const line = { text, x: left + indent, width: width - indent, weight: 'regular' as const, size, leading: size * 1.4 }
  const item = lazily(setting, 'LI')
  const pieces = linesOf({ ...setting, parent: item }, { ...line, gap: size * 0.35, tag: 'LBody' })
  return pieces.map((piece, row) => ({
    ...piece,
    draw: (y) => {
      const label = labels[mark](index)
      const place = { ...line, text: label, x: left, weight: 'bold' as const }
      if (row === 0 && mark !== 'box') item().add(paper.doc.struct('Lbl', {}, () => writeLine(setting, place, y)))
      if (row === 0 && mark === 'box') drawBox(setting, { size, leading: line.leading }, y)
      piece.draw(y)
      if (row === pieces.length - 1) item().end()
    }
  }))
}

const labels: Record<Mark, (index: number) => string> = {
  dot: () => '•',
  number: (index) => `${index + 1}.`,
  letter: (index) => String.fromCharCode(65 + index),
  box: () => ''
}

function drawBox({ paper, left }: Setting, { size, leading }: { size: number; leading: number }, y: number): void {
  const side = size * 1.1
  paper.adorn(() =>
    paper.doc
      .lineWidth(1)
      .strokeColor(ink)
      .rect(left + 1, y + (leading - side) / 2, side, side)
      .stroke()
  )
}

function setRules({ count }: Extract<Block, { kind: 'rules' }>, { paper, left, width, scale }: Setting): Piece[] {
  const height = 25 * scale
  return Array.from({ length: count }, (_, index) => ({
    height,
    gap: index === 0 ? 4 : 0,
    staysWithNext: false,
    draw: (y: number) => rule(paper, { x: left, y: y + height, width })
  }))
}

function rule(paper: Setting['paper'], { x, y, width }: { x: number; y: number; width: number }): void {
  paper.adorn(() =>
    paper.doc
      .lineWidth(0.6)
      .strokeColor(hair)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke()
  )
}

function setFigures({ height, figures }: Extract<Block, { kind: 'figures' }>, setting: Setting): Piece {
  const { paper, left, width, parent } = setting
  const share = width / figures.length
  return {
    height,
    gap: 0,
    staysWithNext: false,
    draw: (y) => {
      for (const [index, { alt, draw }] of figures.entries()) {
        const box = { x: left + index * share, y, width: share, height }
        const bbox: [number, number, number, number] = [box.x, y, box.x + share, y + height]
        // PDFKit's types do not know the box of a figure.
        const options = { alt, bbox }
        parent().add(paper.doc.struct('Figure', options, () => draw(paper, box)))
      }
    }
  }
}

const slipPad = 20

function setTogether({ blocks, isSlip = false }: Extract<Block, { kind: 'together' }>, setting: Setting): Piece[] {
  const pieces = blocks.flatMap((block) => setBlock(block, setting))
  if (!isSlip) return bound(pieces)
  const { paper, left, width } = setting
  const cut: Piece = {
    height: 6,
    gap: slipPad,
    staysWithNext: false,
    draw: (y) => {
      paper.adorn(() => {
        const { doc } = paper
        doc.lineWidth(0.8).strokeColor(hair).dash(5, { space: 4 })
        doc
          .moveTo(left, y)
          .lineTo(left + width, y)
          .stroke()
          .undash()
      })
    }
  }
  const [first, ...rest] = pieces
  return first ? bound([{ ...first, gap: slipPad }, ...rest, cut]) : []
}
