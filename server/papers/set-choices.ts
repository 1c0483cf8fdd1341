import type { Block } from './blocks.ts'
import { ink } from './paper.ts'
import { lazily, type Piece, type Setting } from './pieces.ts'

type Choices = Extract<Block, { kind: 'choices' }>
type Placed = { text: string; x: number }

const size = 10.5
const leading = 20
const beforeWord = 17
const between = 22

/** @returns the rows of a choice whose answers stand side by side, or undefined where one is too long for that. */
export function setChoices({ options }: Choices, setting: Setting): Piece[] | undefined {
  const { paper, left, width, scale } = setting
  const wide = (text: string) => paper.widthOf(text, 'regular', size * scale) + (beforeWord + between) * scale
  if (options.some((option) => wide(option) > width / 2)) return undefined
  const rows: Placed[][] = [[]]
  let x = left
  for (const option of options) {
    if (x > left && x + wide(option) > left + width + between * scale) {
      rows.push([])
      x = left
    }
    rows.at(-1)?.push({ text: option, x })
    x += wide(option)
  }
  const list = lazily(setting, 'L')
  return rows.map((row, index) => ({
    height: leading * scale,
    gap: index === 0 ? 4 : 0,
    staysWithNext: index < rows.length - 1,
    draw: (y) => {
      for (const placed of row) drawChoice({ ...setting, parent: list }, placed, y)
      if (index === rows.length - 1) list().end()
    }
  }))
}

function drawChoice({ paper, parent, scale }: Setting, { text, x }: Placed, y: number): void {
  const side = size * scale * 1.1
  const middle = y + (leading * scale) / 2
  paper.adorn(() =>
    paper.doc
      .lineWidth(1)
      .strokeColor(ink)
      .rect(x + 1, middle - side / 2, side, side)
      .stroke()
  )
  const item = paper.doc.struct('LI')
  parent().add(item)
  const place = { x: x + beforeWord * scale, y: middle + size * scale * 0.36, weight: 'regular' as const }
  item.add(paper.doc.struct('LBody', {}, () => paper.write(text, { ...place, size: size * scale })))
  item.end()
}
