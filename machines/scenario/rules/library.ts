import type { Scenario } from '#content/schema.ts'
import type { Exploration } from '../explore.ts'
import type { Finding } from './rule.ts'

/** A case of the library whose parts fit each other. */
export type LibraryCase = { scenario: Scenario; exploration: Exploration }

/** A part of one case: which case of the list, and the steps from the top of its file. */
export type LibraryPlace = { of: number; path: Finding['path'] }

/** What a rule finds over all cases together. */
export type LibraryFinding = LibraryPlace & {
  message: string
  /** The other places that weigh most, each with its name. */
  others: (LibraryPlace & { name: string })[]
}

/** With fewer decisions or acts than this, luck alone goes beyond what a whole library may do. */
export const smallLibrary = 40

/** How far a guess may do better than chance: ten points. */
export const margin = 0.1

/** @returns whether a share is more than another, with room for the rounding of sums. */
export function isOver(share: number, limit: number): boolean {
  return share > limit + 1e-9
}

/** @returns a share as points out of a hundred, to one decimal. */
export function points(share: number): number {
  return Math.round(share * 1000) / 10
}
