import type { Paper } from './paper.ts'

/**
 * A part of a page that is never broken: `gap` is the space above it where it does not begin a page, `again` what
 * stands above it where it does, as the heads of a table.
 */
export type Piece = {
  height: number
  gap: number
  staysWithNext: boolean
  draw: (y: number) => void
  again?: { height: number; draw: (y: number) => void }
}

/** Where pieces are set: `parent` is the part of the structure that they are added to, made when it is first drawn. */
export type Setting = {
  paper: Paper
  left: number
  width: number
  scale: number
  parent: () => PDFKit.PDFStructureElement
}

/** @returns a part of the structure that is made and added to its parent when it is first asked for. */
export function lazily(
  { paper, parent }: Pick<Setting, 'paper' | 'parent'>,
  tag: string
): () => PDFKit.PDFStructureElement {
  let made: PDFKit.PDFStructureElement | undefined
  return () => {
    if (made) return made
    // PDFKit's types name the tags one by one; these are standard ones.
    made = paper.doc.struct(tag as 'P')
    parent().add(made)
    return made
  }
}

/** @returns how high pieces are one under the other. */
export function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { gap, height }, index) => sum + height + (index === 0 ? 0 : gap), 0)
}

/** @returns the same pieces, kept on one page with each other. */
export function bound(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => (index < pieces.length - 1 ? { ...piece, staysWithNext: true } : piece))
}
