import type { Coding } from '#content/coding-schema.ts'
import { loadCoding } from '#content/load-coding.ts'
import type { CodeEntry } from '#content/registry-schema.ts'
import { getRegistry } from './queries.ts'

/** What to look for; an empty field narrows nothing. */
export type CodeSearch = {
  q: string
  group: string
  certainty: string
  exploitation: string
  age: string
  /** `yes` for complete codes, `no` for headings. */
  billable: string
}

/** What is listed before anybody looks for anything: exploitation and what lies next to it, not all of the set. */
const shortList: readonly CodeEntry['group'][] = ['confirmed', 'suspected', 'observation', 'history']

let coding: Coding | undefined

/** @returns what the code reference says, read once; throws where an entry is at fault. */
export function getCoding(): Coding {
  coding ??= loadCoding()
  return coding
}

/** @returns a code by its name, in capitals or not, with its dot or without; undefined for one that is not in the set. */
export function findCode(name: string): CodeEntry | undefined {
  return getRegistry().codes.find(({ code }) => bare(code) === bare(name))
}

/** @returns the codes listed before anybody looks for anything. */
export function listFirstCodes(): CodeEntry[] {
  return getRegistry().codes.filter(({ group }) => shortList.includes(group))
}

/** @returns the codes that fit all that is looked for, in the order of the set. */
export function searchCodes(search: CodeSearch): CodeEntry[] {
  const words = wordsOf(search.q)
  return getRegistry().codes.filter((entry) => fits(entry, search) && words.every((word) => isIn(entry, word)))
}

/** @returns the codes directly below a heading. */
export function codesBelow(heading: string): CodeEntry[] {
  const { codes } = getRegistry()
  const known = new Set(codes.map(({ code }) => code))
  return codes.filter(({ code }) => headingOf(code, known) === heading)
}

function headingOf(code: string, known: ReadonlySet<string>): string | undefined {
  for (let end = code.length - 1; end >= 3; end -= 1) {
    const stem = code.slice(0, end)
    if (known.has(stem)) return stem
  }
  return undefined
}

/** @returns whether a search holds a word that no official title does; it then looks for the word that stands there. */
export function asksForMissingWord(q: string): boolean {
  const missing: readonly string[] = getCoding().noTitleSays.words
  return split(q).some((word) => missing.includes(word))
}

function wordsOf(q: string): string[] {
  const { words, instead } = getCoding().noTitleSays
  return split(q).map((word) => (words.includes(word) ? instead : word))
}

function split(q: string): string[] {
  return q.toLowerCase().split(/\s+/).filter(Boolean)
}

function fits({ group, certainty, exploitation, age, billable }: CodeEntry, search: CodeSearch): boolean {
  return (
    isAsked(group, search.group) &&
    isAsked(certainty, search.certainty) &&
    (isAsked(exploitation, search.exploitation) || (exploitation === 'any' && search.exploitation !== '')) &&
    (isAsked(age, search.age) || age === 'any') &&
    isAsked(billable ? 'yes' : 'no', search.billable)
  )
}

function isAsked(value: string | undefined, asked: string): boolean {
  return asked === '' || value === asked
}

function isIn({ code, title, notes = '' }: CodeEntry, word: string): boolean {
  return bare(code).startsWith(bare(word)) || `${title} ${notes}`.toLowerCase().includes(word)
}

function bare(code: string): string {
  return code.replaceAll('.', '').toUpperCase()
}
