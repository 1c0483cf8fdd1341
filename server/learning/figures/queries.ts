import type { Figures } from '#content/figures-schema.ts'
import { loadFigures } from '#content/load-figures.ts'

let figures: Figures | undefined

/** @returns what the figures of the lessons say, read once; throws where an entry is at fault. */
export function getFigures(): Figures {
  figures ??= loadFigures()
  return figures
}
