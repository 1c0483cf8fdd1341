import { hundredthsText } from '#machines/activity/amount.ts'
import type { Because } from '#machines/activity/gap.ts'

/** What is missing, and why it is asked for. */
export type GapWords = { what: string; why: string }

/** The words of one gap, with what it names. */
export type Said = (because: Because) => GapWords

/** @returns the words for a gap that names nothing. */
export function plain(what: string, why: string): Said {
  return () => ({ what, why })
}

/** @returns what a gap lists, in one sentence's words. */
export function listed(value: Because[string] | undefined): string {
  return Array.isArray(value) ? value.join(' · ').replace(/\.$/, '') : String(value ?? '')
}

/** @returns an amount of a gap, such as `1.00`. */
export function amount(value: Because[string] | undefined): string {
  return typeof value === 'number' ? hundredthsText(value) : ''
}
