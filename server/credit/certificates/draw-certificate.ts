import { balanceLines, breakLines } from '#server/papers/lines.ts'
import { hair, ink, openPaper, type Paper, soft, type Weight } from '#server/papers/paper.ts'
import { drawFoot, footTop } from './draw-foot.ts'
import { fitStatements, type SetStatements } from './fit-statements.ts'
import type { CertificateStatus } from './queries.ts'
import type { Snapshot } from './snapshot.ts'
import { type CertificateWords, certificateWords, dayWords } from './words.ts'

/** What is true of one copy and no part of the certificate: when it was printed, a license its owner asked for, a voiding. */
export type Copy = { printedOn?: string; license?: string; status?: CertificateStatus }

const sheet = { width: 612, height: 792, left: 66, right: 546, top: 64 } as const
const measure = sheet.right - sheet.left

/** A part of the page: `gap` is the least space above it, `stretch` its share of what is left over. */
type Part = { tag: 'H1' | 'P'; lines: Line[]; height: number; gap: number; stretch: number }
type Line = { text: string; weight: Weight; size: number; baseline: number; color?: string; x?: number }

/** @returns a certificate as a tagged PDF of one letter page. The same snapshot and copy give the same file. */
export async function drawCertificate(snapshot: Snapshot, copy: Copy = {}): Promise<Buffer> {
  const words = certificateWords(snapshot)
  const paper = openPaper({
    title: `${words.kind} ${words.code}`,
    language: snapshot.language,
    createdAt: new Date(copy.printedOn ?? snapshot.issuedAt),
    layout: 'portrait'
  })
  paper.adorn(() => drawFrame(paper))
  const mark = [voidedWords[copy.status ?? 'valid'], words.demonstration].filter((said) => said !== null).join(' ')
  if (mark !== '') paper.adorn(() => drawBand(paper, mark))
  const page = layOut(paper, words, { ...copy, mark })
  const end = drawParts(paper, page.parts, page.spare)
  drawStatements(paper, page.statements, end + spaceAround / 2)
  drawFoot(paper, { words, verifyUrl: snapshot.verifyUrl, note: copyNote(snapshot, copy) })
  return paper.finish()
}

type Marked = Copy & { mark: string }

const voidedWords = {
  valid: null,
  voided: 'VOIDED. This certificate no longer counts.',
  replaced: 'VOIDED AND REPLACED. This certificate no longer counts.'
} as const satisfies Record<CertificateStatus, string | null>

const spaceAround = 32

/** The page set open, or closer where its statements would be too small to read; `spare` is the height left over. */
function layOut(paper: Paper, words: CertificateWords, copy: Marked) {
  const lay = (isClose: boolean) => {
    const parts = partsOf(paper, words, { ...copy, isClose })
    const room = footTop(paper, words) - sheet.top - parts.reduce((sum, { gap, height }) => sum + gap + height, 0)
    const statements = fitStatements(paper, words.statements, { width: measure, room: room - spaceAround })
    const taken = statements.height > 0 ? statements.height + spaceAround : 0
    return { parts, statements, spare: Math.max(0, room - taken) }
  }
  const open = lay(false)
  return open.statements.size >= 8.5 ? open : lay(true)
}

function partsOf(
  paper: Paper,
  words: CertificateWords,
  { license, mark, isClose }: Marked & { isClose: boolean }
): Part[] {
  const small = { weight: 'regular', size: 10.5, leading: 15, color: soft } as const
  const gap = (points: number) => (isClose ? points / 2 : points)
  const [kind, name, title] = isClose
    ? [24, nameSize(paper, words.name, 22), 14]
    : [34, nameSize(paper, words.name, 30), 17]
  const set = (said: string, setting: Setting) => text(paper, said, setting)
  return [
    ...(mark === '' ? [] : [set(mark, { weight: 'bold', size: 11, leading: 15 })]),
    set(words.provider[0] ?? '', { weight: 'bold', size: 11, leading: 15, gap: mark === '' ? 0 : 26 }),
    set(words.kind, { tag: 'H1', weight: 'light', size: kind, leading: kind * 1.2, gap: gap(10), stretch: 0.6 }),
    set('This certifies that', { ...small, gap: gap(20), stretch: 1.2 }),
    set(words.name, { weight: 'bold', size: name, leading: name * 1.2, gap: gap(5), isEven: true }),
    ...(license ? [set(license, { ...small, gap: gap(2) })] : []),
    set('completed', { ...small, gap: gap(12), stretch: 0.2 }),
    set(words.title, { weight: 'bold', size: title, leading: title * 1.3, gap: gap(5), isEven: true }),
    set(words.how, { ...small, gap: gap(6) }),
    ...words.credits.map((credit, index) => creditPart(paper, credit, { gap: index === 0 ? gap(18) : 2, isClose })),
    ...(words.noCredit ? [set(words.noCredit, { ...small, gap: gap(18), stretch: 0.3 })] : [])
  ]
}

type Setting = {
  tag?: 'H1' | 'P'
  weight: Weight
  size: number
  leading: number
  color?: string
  gap?: number
  stretch?: number
  isEven?: boolean
}

function text(paper: Paper, said: string, setting: Setting): Part {
  const { tag = 'P', weight, size, leading, color = ink, gap = 0, stretch = 0, isEven } = setting
  const lay = isEven ? balanceLines : breakLines
  const lines = lay(said, measure, (part) => paper.widthOf(part, weight, size))
  const place = (index: number) => index * leading + leading / 2 + size * 0.36
  return {
    tag,
    gap,
    stretch,
    height: lines.length * leading,
    lines: lines.map((line, index) => ({ text: line, weight, size, color, baseline: place(index) }))
  }
}

/** A large figure, and what it counts beside it. */
function creditPart(
  paper: Paper,
  { amount, of }: CertificateWords['credits'][number],
  { gap, isClose }: { gap: number; isClose: boolean }
): Part {
  const [size, baseline] = isClose ? [20, 18] : [30, 26]
  const x = paper.widthOf(amount, 'light', size) + 10
  const beside = breakLines(of, measure - x, (part) => paper.widthOf(part, 'regular', 13))
  const lines: Line[] = [
    { text: amount, weight: 'light', size, baseline },
    ...beside.map((line, row) => ({
      text: line,
      weight: 'regular' as const,
      size: 13,
      baseline: baseline + row * 17,
      x
    }))
  ]
  return { tag: 'P', lines, height: baseline + 6 + (beside.length - 1) * 17, gap, stretch: gap > 2 ? 0.4 : 0 }
}

// A name has one line if it can; a very long one takes two, then three, before it grows smaller still.
function nameSize(paper: Paper, name: string, most: number): number {
  const sizes = [30, 28, 26, 24, 22, 20, 18, 16, 14, 12].filter((size) => size <= most)
  const rows = (size: number) => breakLines(name, measure, (part) => paper.widthOf(part, 'bold', size)).length
  return sizes.find((size) => rows(size) <= (size >= most - 6 ? 1 : size >= 18 ? 2 : 3)) ?? 11
}

function drawParts(paper: Paper, parts: readonly Part[], spare: number): number {
  const weight = parts.reduce((sum, { stretch }) => sum + stretch, 0) + restStretch
  let y: number = sheet.top
  for (const part of parts) {
    y += part.gap + Math.min(mostStretch, (spare * part.stretch) / weight)
    const top = y
    const draw = () => {
      for (const { baseline, x = 0, ...line } of part.lines) {
        paper.write(line.text, { ...line, x: sheet.left + x, y: top + baseline })
      }
    }
    paper.root.add(paper.doc.struct(part.tag, {}, draw))
    y += part.height
  }
  return y
}

const restStretch = 1.6
const mostStretch = 78

function drawStatements({ doc, root, write }: Paper, { statements, size, leading }: SetStatements, top: number): void {
  for (const lines of statements) {
    const draw = () => {
      for (const { text, x, y } of lines) {
        write(text, { x: sheet.left + x, y: top + y + leading / 2 + size * 0.36, weight: 'regular', size })
      }
    }
    root.add(doc.struct('P', {}, draw))
  }
}

function drawFrame({ doc }: Paper): void {
  doc
    .lineWidth(0.6)
    .strokeColor(hair)
    .rect(30, 30, sheet.width - 60, sheet.height - 60)
    .stroke()
  doc
    .lineWidth(2.4)
    .strokeColor(ink)
    .moveTo(30, 30)
    .lineTo(sheet.width - 30, 30)
    .stroke()
}

// A heavy frame around the lines that say it, so that a copy in black cannot hide them.
function drawBand({ doc, widthOf }: Paper, mark: string): void {
  const height = breakLines(mark, measure, (part) => widthOf(part, 'bold', 11)).length * 15 + 22
  const [x, y] = [sheet.left - 14, sheet.top - 11]
  doc
    .lineWidth(2.4)
    .strokeColor(ink)
    .rect(x, y, measure + 28, height)
    .stroke()
}

function copyNote({ issuedOn }: Snapshot, { printedOn }: Copy): string | null {
  return printedOn && printedOn !== issuedOn ? `Duplicate printed on ${dayWords(printedOn)}.` : null
}
