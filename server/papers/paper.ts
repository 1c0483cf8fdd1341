import { join } from 'node:path'
import PDFDocument from 'pdfkit'

/** How heavy the type is. */
export type Weight = 'light' | 'regular' | 'bold'

/** Points to the inch are 72; colors are shades of gray, because most of these are printed in black. */
export const ink = '#000000'
export const soft = '#3d3d3d'
export const hair = '#8a8a8a'

type About = {
  /** Neutral words: they stand in the title bar of whoever opens the file. */
  title: string
  language: string
  createdAt: Date
  layout: 'portrait' | 'landscape'
}

/** A tagged letter page after page: what is drawn is content with its place in the structure, or ornament. */
export type Paper = {
  doc: PDFKit.PDFDocument
  /** How wide a text is at a size, in points. */
  widthOf: (text: string, weight: Weight, size: number) => number
  /** Draws one line at the left end of its baseline. */
  write: (text: string, place: { x: number; y: number; weight: Weight; size: number; color?: string }) => void
  /** Draws what no reader needs to hear of. */
  adorn: (draw: () => void) => void
  /** The whole document as the structure has it; parts are added to it in the order they are read. */
  root: PDFKit.PDFStructureElement
  /** @returns the finished file. */
  finish: () => Promise<Buffer>
}

/** Opens a PDF on US letter paper, declared PDF/UA-1, with its fonts in it. Its first page is there. */
export function openPaper({ title, language, createdAt, layout }: About): Paper {
  const doc = new PDFDocument({
    size: 'LETTER',
    layout,
    margin: 0,
    pdfVersion: '1.7',
    // PDFKit's types do not know this subset yet.
    ...({ subset: 'PDF/UA' } as object),
    tagged: true,
    displayTitle: true,
    lang: language,
    info: { Title: title, Author: 'Attune', Producer: 'Attune', Creator: 'Attune', CreationDate: createdAt },
    // Without one of ours, PDFKit begins with a font that it does not embed.
    font: fontPath('regular')
  })
  for (const weight of weights) setAsWritten(fontOf(doc.font(fontPath(weight))), weight)
  const finished = collect(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const widthOf = measureWith(doc)
  return {
    doc,
    root,
    widthOf,
    write: (text, { x, y, weight, size, color = ink }) => {
      doc.font(fontPath(weight)).fontSize(size).fillColor(color)
      doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
    },
    adorn: (draw) => {
      doc.markContent('Artifact', { type: 'Layout' })
      draw()
      doc.endMarkedContent()
    },
    finish: () => {
      root.end()
      doc.end()
      return finished
    }
  }
}

/** @returns the letters of a text that the typeface lacks, each once; none where all of it prints. */
export function lettersMissing(text: string): string[] {
  openMeasure ??= openPaper({ title: '', language: 'en', createdAt: new Date(0), layout: 'portrait' })
  const { font } = fontOf(openMeasure.doc.font(fontPath('regular')))
  const codes = new Set([...text.normalize('NFC')].filter((letter) => !/[\n\r\t]/.test(letter)))
  return [...codes].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
}

let openMeasure: Paper | undefined

const weights = ['light', 'regular', 'bold'] as const
const files: Record<Weight, string> = {
  light: '300Light/Inter_300Light.ttf',
  regular: '400Regular/Inter_400Regular.ttf',
  bold: '600SemiBold/Inter_600SemiBold.ttf'
}

// The built server runs in the folder that its own copy of the fonts stands in. Without the mark, the build would copy
// every weight of the typeface. PDFKit keeps an open font by its path; by another name it would open the one it began with
// again and again.
function fontPath(weight: Weight): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@expo-google-fonts/inter', files[weight])
}

type Layout = (text: string, features?: Record<string, boolean>) => unknown
type SetFont = { font: { hasGlyphForCodePoint: (code: number) => boolean }; layoutRun: Layout }

// PDFKit's types leave out the font it writes with; it is there once `font()` was called.
function fontOf(doc: PDFKit.PDFDocument): SetFont {
  return (doc as unknown as { _font: SetFont })._font
}

// Inter would draw "->" as an arrow and "2x3" with a times sign; an accreditor's sentence is printed sign for sign. How
// the glyphs of a word stand is the same in every file, and finding that out is most of the work of drawing one.
function setAsWritten(font: SetFont, weight: Weight): void {
  const layout: Layout = font.layoutRun.bind(font)
  font.layoutRun = (text) => {
    const key = `${weight} ${text}`
    const known = runs.get(key) ?? layout(text, { calt: false })
    if (runs.size >= mostRuns) runs.clear()
    runs.set(key, known)
    return known
  }
}

const runs = new Map<string, unknown>()
const mostRuns = 4000

// A width grows with the size and is that of the words and spaces, so each word is measured once, whatever is tried.
function measureWith(doc: PDFKit.PDFDocument): Paper['widthOf'] {
  const known = new Map<string, number>()
  const widthOf = (word: string, weight: Weight) => {
    const key = `${weight} ${word}`
    const width = known.get(key) ?? doc.font(fontPath(weight)).fontSize(1000).widthOfString(word)
    known.set(key, width)
    return width
  }
  return (text, weight, size) => {
    const words = text.match(/\s+|\S+/g) ?? []
    return (words.reduce((sum, word) => sum + widthOf(word, weight), 0) * size) / 1000
  }
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}
