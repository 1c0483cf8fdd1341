import { breakLines } from '#server/papers/lines.ts'
import { hair, ink, type Paper, soft } from '#server/papers/paper.ts'
import { qrCodeOf } from '#server/papers/qr.ts'
import type { CertificateWords } from './words.ts'

type Foot = { words: CertificateWords; verifyUrl: string; note: string | null }

const left = 66
const right = 546
const bottom = 736
const signedHeight = 46
const code = { side: 88, x: right - 88 }
const columns = [
  { x: left, width: 178 },
  { x: left + 196, width: 172 }
] as const
const size = 8
const leading = 11.4

/** @returns where the foot begins: provider, record and QR code, under the administrator's line if there is one. */
export function footTop(paper: Paper, words: CertificateWords): number {
  const rows = Math.max(providerLines(paper, words).length, recordLines(paper, words).length + 3)
  const signed = words.administrator === '' ? 0 : signedHeight
  return bottom - signed - Math.max(code.side + 14, rows * leading + 16)
}

/** Draws the foot at the bottom of the page. `note` is of this copy alone. */
export function drawFoot(paper: Paper, foot: Foot): void {
  const top = footTop(paper, foot.words)
  const { administrator } = foot.words
  const rule = administrator === '' ? top : top + signedHeight
  if (administrator !== '') drawAdministrator(paper, administrator, top + 24)
  paper.adorn(() => paper.doc.lineWidth(0.6).strokeColor(hair).moveTo(left, rule).lineTo(right, rule).stroke())
  drawProvider(paper, foot, rule + 20)
  drawRecord(paper, foot, rule + 20)
  drawCode(paper, foot, rule + 14)
}

function drawAdministrator(paper: Paper, name: string, y: number): void {
  paper.adorn(() =>
    paper.doc
      .lineWidth(0.6)
      .strokeColor(ink)
      .moveTo(left, y)
      .lineTo(left + 178, y)
      .stroke()
  )
  const draw = () =>
    paper.write(`${name}, for the provider`, { x: left, y: y + 11, weight: 'regular', size, color: soft })
  paper.root.add(paper.doc.struct('P', {}, draw))
}

function drawProvider(paper: Paper, { words, note }: Foot, y: number): void {
  const lines = providerLines(paper, words)
  const draw = () => {
    for (const [row, { text, weight }] of lines.entries()) {
      paper.write(text, { x: columns[0].x, y: y + row * leading, weight, size, color: row === 0 ? ink : soft })
    }
  }
  paper.root.add(paper.doc.struct('P', {}, draw))
  if (!note) return
  const last = () => paper.write(note, { x: left, y: bottom + 14, weight: 'regular', size, color: soft })
  paper.root.add(paper.doc.struct('P', {}, last))
}

function drawRecord(paper: Paper, { words }: Foot, y: number): void {
  const { x } = columns[1]
  const lines = recordLines(paper, words)
  const draw = () => {
    paper.write(words.code, { x, y, weight: 'bold', size: 9 })
    for (const [row, text] of lines.entries()) {
      paper.write(text, { x, y: y + (row + 1) * leading, weight: 'regular', size, color: soft })
    }
  }
  paper.root.add(paper.doc.struct('P', {}, draw))
  const verify = [`Verify it at ${words.verifyAt}`, 'or with the square code.']
  const then = () => {
    for (const [row, text] of verify.entries()) {
      const under = y + (lines.length + 1 + row) * leading
      paper.write(text, { x, y: under, weight: 'regular', size, color: soft })
    }
  }
  paper.root.add(paper.doc.struct('P', {}, then))
}

function drawCode(paper: Paper, { words, verifyUrl }: Foot, y: number): void {
  const { size: modules, bars } = qrCodeOf(verifyUrl)
  const unit = code.side / modules
  const draw = () => {
    paper.doc.fillColor(ink)
    for (const bar of bars) paper.doc.rect(code.x + bar.x * unit, y + bar.y * unit, bar.width * unit, unit)
    paper.doc.fill()
  }
  const options = {
    alt: `QR code that opens the verification of certificate ${words.code}`,
    bbox: [code.x, y, code.x + code.side, y + code.side] as [number, number, number, number]
  }
  paper.root.add(paper.doc.struct('Figure', options, draw))
}

function providerLines(paper: Paper, { provider }: CertificateWords) {
  return provider.flatMap((line, index) => {
    const weight = index === 0 ? ('bold' as const) : ('regular' as const)
    const lines = breakLines(line, columns[0].width, (part) => paper.widthOf(part, weight, size))
    return lines.map((text) => ({ text, weight }))
  })
}

function recordLines(paper: Paper, { record }: CertificateWords): string[] {
  const { width } = columns[1]
  return record.flatMap(({ name, value }) =>
    breakLines(`${name}: ${value}`, width, (part) => paper.widthOf(part, 'regular', size))
  )
}
