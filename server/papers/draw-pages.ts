import { setImmediate as letOthersIn } from 'node:timers/promises'
import type { Section } from './blocks.ts'
import { openPaper, type Paper, soft } from './paper.ts'
import { heightOf, lazily, type Piece, type Setting } from './pieces.ts'
import { setBlock } from './set-blocks.ts'

/** `title` is neutral: it stands in the title bar of whoever opens the file. */
export type Document = { title: string; createdAt: Date; sections: readonly Section[] }

const sheets = {
  portrait: { width: 612, height: 792 },
  landscape: { width: 792, height: 612 }
} as const
const margin = { side: 54, top: 54, bottom: 60, foot: 36 } as const
const footSize = 8

/** @returns sections as a tagged PDF on letter paper, each on pages of its own with a foot and the number of the page. */
export async function drawPages({ title, createdAt, sections }: Document): Promise<Buffer> {
  const layout = sections[0]?.layout ?? 'portrait'
  const paper = openPaper({ title, language: 'en-US', createdAt, layout })
  let page = 0
  for (const section of sections) {
    const turn = () => {
      if (page > 0) paper.doc.addPage({ size: 'LETTER', layout: section.layout, margin: 0 })
      page += 1
      drawFoot(paper, section, page)
    }
    await drawSection(paper, section, turn)
  }
  return paper.finish()
}

async function drawSection(paper: Paper, section: Section, turn: () => void): Promise<void> {
  const { width, height } = sheets[section.layout]
  const room = height - margin.top - margin.bottom
  const element = lazily({ paper, parent: () => paper.root }, 'Sect')
  const set = (scale: number) =>
    setPieces(section, { paper, left: margin.side, width: width - margin.side * 2, scale, parent: element })
  const [largest = 1, ...smaller] = section.fits ?? []
  let pieces = await set(largest)
  for (const scale of smaller) {
    if (heightOf(pieces) <= room) break
    pieces = await set(scale)
  }
  turn()
  drawPieces(pieces, room, turn)
  if (pieces.length > 0) element().end()
}

// Setting a long guide takes a second or two, in which a room may be answering.
async function setPieces({ blocks }: Section, setting: Setting): Promise<Piece[]> {
  const pieces: Piece[] = []
  for (const block of blocks) {
    pieces.push(...setBlock(block, setting))
    await letOthersIn()
  }
  return pieces
}

function drawPieces(pieces: readonly Piece[], room: number, turn: () => void): void {
  let used = 0
  for (const group of groupsOf(pieces, room)) {
    if (used > 0 && used + (group[0]?.gap ?? 0) + heightOf(group) > room) {
      turn()
      used = 0
      const again = group[0]?.again
      if (again) {
        again.draw(margin.top)
        used = again.height
      }
    }
    for (const piece of group) {
      if (used > 0) used += piece.gap
      piece.draw(margin.top + used)
      used += piece.height
    }
  }
}

/** Pieces that stay with each other; what is higher than a page is broken anyway. */
function groupsOf(pieces: readonly Piece[], room: number): Piece[][] {
  const groups: Piece[][] = [[]]
  for (const piece of pieces) {
    groups.at(-1)?.push(piece)
    if (!piece.staysWithNext) groups.push([])
  }
  return groups.flatMap((group) => (heightOf(group) > room ? group.map((piece) => [piece]) : [group]))
}

function drawFoot(paper: Paper, { foot, layout }: Section, page: number): void {
  const { width, height } = sheets[layout]
  const y = height - margin.foot
  const number = String(page)
  paper.adorn(() => {
    paper.write(foot, { x: margin.side, y, weight: 'regular', size: footSize, color: soft })
    const x = width - margin.side - paper.widthOf(number, 'regular', footSize)
    paper.write(number, { x, y, weight: 'regular', size: footSize, color: soft })
  })
}
