import type { Paper, Weight } from './paper.ts'

/** What stands before each entry of a list; `box` is one to mark with a pen. */
export type Mark = 'dot' | 'number' | 'letter' | 'box'

/** A picture in a row of pictures; `alt` is what it says to whoever does not see it. */
export type Figure = { alt: string; draw: (paper: Paper, box: Box) => void }

/** A place on a page, in points from its upper left corner. */
export type Box = { x: number; y: number; width: number; height: number }

/**
 * What flows over pages. `table` gives each column its share of the width, and rows at least `rowHeight` points high where
 * there is something to write; `choices` are boxes to mark, side by side where they fit; `rules` are lines to write on; `together` is not broken where it fits a page, and as a slip
 * it ends with a line to cut along.
 */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; text: string; weight?: Weight; size?: number; isSoft?: boolean }
  | { kind: 'list'; mark: Mark; items: readonly string[] }
  | {
      kind: 'table'
      columns: readonly { head: string; share: number }[]
      rows: readonly string[][]
      rowHeight?: number
    }
  | { kind: 'choices'; options: readonly string[] }
  | { kind: 'rules'; count: number }
  | { kind: 'figures'; height: number; figures: readonly Figure[] }
  | { kind: 'together'; blocks: readonly Block[]; isSlip?: boolean }

/**
 * Blocks that begin a page of their own. `foot` stands at the bottom of each page before its number. `fits` are scales
 * of the type, the largest first: the first at which all stands on one page is taken, or else the last.
 */
export type Section = {
  foot: string
  layout: 'portrait' | 'landscape'
  blocks: readonly Block[]
  fits?: readonly number[]
}

/** @returns a paragraph. */
export function text(said: string, more: Partial<Extract<Block, { kind: 'text' }>> = {}): Block {
  return { kind: 'text', text: said, ...more }
}

/** @returns a heading. */
export function heading(level: 1 | 2 | 3, said: string): Block {
  return { kind: 'heading', level, text: said }
}

/** @returns a list, or nothing where it has no entries. */
export function list(items: readonly string[], mark: Mark = 'dot'): Block[] {
  return items.length > 0 ? [{ kind: 'list', mark, items }] : []
}
