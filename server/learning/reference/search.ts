import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import type { Found, SearchEntry } from '#content/search-schema.ts'
import { env } from '#server/env.ts'
import { listLessons, readServedLessons } from '#server/learning/lessons/served.ts'
import { listOffered, readServed } from '#server/learning/scenarios/served.ts'
import { listSearchEntries } from './search-entries.ts'

/** The index as a file: what it was made with, which is needed to read it, and the index itself. */
type SearchFile = { options: Options<SearchEntry>; index: AsPlainObject }

const mostFound = 40

// Only what JSON can hold, so that the page reads the index as it was made.
const options = {
  fields: ['title', 'text'],
  storeFields: ['kind', 'title', 'excerpt', 'href'],
  searchOptions: { prefix: true, fuzzy: 0.15, combineWith: 'AND', boost: { title: 3 } }
} satisfies Options<SearchEntry>

let text: string | undefined
let index: MiniSearch<SearchEntry> | undefined

/** Makes the index of the content below this folder and writes it beside a build; content at fault throws. */
export function writeSearchIndex(folder: string): void {
  writeFileSync(fileIn(folder), makeText({ isDevelopment: false }))
}

/** @returns the index as JSON: as it was made beside the build, in development anew each time. */
export function searchIndexText(): string {
  if (env().nodeEnv === 'development') return makeText({ isDevelopment: true })
  const file = fileIn(process.cwd())
  text ??= existsSync(file) ? readFileSync(file, 'utf8') : makeText({ isDevelopment: false })
  return text
}

/** @returns what fits all words best, best first; nothing for no words. */
export function findInSite(words: string): Found[] {
  const found = indexNow().search(words).slice(0, mostFound)
  return found.map(({ id, kind, title, excerpt, href }) => ({ id, kind, title, excerpt, href }))
}

function indexNow(): MiniSearch<SearchEntry> {
  if (env().nodeEnv === 'development') return readIndex(searchIndexText())
  index ??= readIndex(searchIndexText())
  return index
}

function readIndex(json: string): MiniSearch<SearchEntry> {
  // The text was made by `makeText`.
  const { options, index } = JSON.parse(json) as SearchFile
  return MiniSearch.loadJS<SearchEntry>(index, options)
}

function makeText({ isDevelopment }: { isDevelopment: boolean }): string {
  const made = new MiniSearch<SearchEntry>(options)
  const lessons = listLessons(readServedLessons({ isDevelopment }))
  made.addAll(listSearchEntries({ lessons, cases: listOffered(readServed({ isDevelopment })) }))
  return JSON.stringify({ options, index: made })
}

function fileIn(folder: string): string {
  return join(folder, 'search-index.json')
}
