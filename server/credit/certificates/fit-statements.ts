import { breakLines } from '#server/papers/lines.ts'
import type { Paper } from '#server/papers/paper.ts'

/** One line, `x` and `y` in points from the upper left corner of all statements. */
type SetLine = { text: string; x: number; y: number }

/** Statements set in one size, in one column or two: the lines of each, in the order they are read. */
export type SetStatements = { statements: SetLine[][]; size: number; leading: number; height: number }

type Room = { width: number; room: number }

// Large and open first. Below 8 points nobody reads with ease; smaller is only for texts that fill the page at 8, so
// that a certificate says all of its statements on its one page, whatever they are.
const tries = [
  { size: 10, columns: 1 },
  { size: 9.5, columns: 1 },
  { size: 9, columns: 1 },
  { size: 8.5, columns: 1 },
  { size: 8, columns: 1 },
  { size: 8, columns: 2 },
  { size: 7, columns: 2 },
  { size: 6, columns: 2 }
] as const
const gutter = 22

/** @returns the statements in the largest setting that fits into the room there is; in the smallest where none does. */
export function fitStatements(paper: Paper, statements: readonly string[], { width, room }: Room): SetStatements {
  let set: SetStatements = { statements: [], size: 10, leading: 15, height: 0 }
  if (statements.length === 0) return set
  for (const { size, columns } of tries) {
    set = columns === 1 ? inOne(paper, statements, { width, size }) : inTwo(paper, statements, { width, size })
    if (set.height <= room) return set
  }
  return set
}

type Setting = { width: number; size: number }

function inOne(paper: Paper, statements: readonly string[], { width, size }: Setting): SetStatements {
  const leading = size * 1.42
  const set = setColumn(paper, statements, { width, size, leading })
  return { statements: set, size, leading, height: heightOf(set, leading) }
}

/** One narrow column, cut where its halves come out even: between two statements if that costs little, else within one. */
function inTwo(paper: Paper, statements: readonly string[], { width, size }: Setting): SetStatements {
  const leading = size * 1.36
  const half = (width - gutter) / 2
  const set = setColumn(paper, statements, { width: half, size, leading })
  const lines = set.flat()
  const whole = heightOf(set, leading)
  const at = (cut: number) =>
    Math.max(cut > 0 ? (lines[cut - 1]?.y ?? 0) + leading : 0, whole - (lines[cut]?.y ?? whole))
  const starts = set.map((_, index) => set.slice(0, index).flat().length)
  const best = (cuts: readonly number[]) => cuts.reduce((one, other) => (at(other) < at(one) ? other : one), 0)
  const anywhere = best(lines.map((_, index) => index))
  const between = best(starts)
  const cut = at(between) - at(anywhere) <= leading * 2 ? between : anywhere
  const start = lines[cut]?.y ?? 0
  const moved = new Map(lines.slice(cut).map((line) => [line, { ...line, x: half + gutter, y: line.y - start }]))
  return { statements: set.map((each) => each.map((line) => moved.get(line) ?? line)), size, leading, height: at(cut) }
}

function setColumn(
  paper: Paper,
  statements: readonly string[],
  { width, size, leading }: Setting & { leading: number }
): SetLine[][] {
  let y = 0
  return statements.map((statement) => {
    const texts = breakLines(statement, width, (part) => paper.widthOf(part, 'regular', size))
    const lines = texts.map((text, index) => ({ text, x: 0, y: y + index * leading }))
    y += texts.length * leading + leading * 0.6
    return lines
  })
}

function heightOf(set: readonly SetLine[][], leading: number): number {
  const last = set.flat().at(-1)
  return last ? last.y + leading : 0
}
