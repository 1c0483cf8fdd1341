import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listLessons, readServedLessons } from '#server/learning/lessons/served.ts'
import { findInSite, searchIndexText, writeSearchIndex } from '#server/learning/reference/search.ts'
import { listSearchEntries } from '#server/learning/reference/search-entries.ts'
import { listOffered, readServed } from '#server/learning/scenarios/served.ts'

const isDevelopment = false
const lessons = listLessons(readServedLessons({ isDevelopment }))
const cases = listOffered(readServed({ isDevelopment }))

test('a code is found by its beginning, a lesson by a part of it, and words that stand nowhere find nothing', () => {
  expect(findInSite('T76.52XA')[0]).toMatchObject({
    kind: 'Code',
    title: 'T76.52XA Child sexual exploitation, suspected, initial encounter',
    href: '/reference/codes/T76.52XA'
  })
  expect(findInSite('control tact').some(({ href }) => href.startsWith('/lessons/control-tactics'))).toBe(true)
  expect(findInSite('facility card').map(({ href }) => href)).toContain('/facility')
  expect(findInSite('xylophone quartet')).toEqual([])
  expect(findInSite('')).toEqual([])
})

test('of a case nothing is found but its title and its complaint', () => {
  const entries = listSearchEntries({ lessons, cases }).filter(({ kind }) => kind === 'Case')
  expect(entries.map(({ title, text, href }) => [title, text, href])).toEqual(
    cases.map(({ scenario: { id, title, complaint } }) => [title, complaint, `/learn/${id}`])
  )
})

test('every entry has its own id, a title and an excerpt that is short', () => {
  const entries = listSearchEntries({ lessons, cases })
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  expect(entries.filter(({ title, excerpt }) => title === '' || excerpt.length > 155)).toEqual([])
})

test('the index beside a build says what the server would make, and stays small', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-search-'))
  writeSearchIndex(folder)
  const written = readFileSync(join(folder, 'search-index.json'), 'utf8')
  rmSync(folder, { recursive: true })
  expect(written === searchIndexText()).toBe(true)
  expect(written.length).toBeLessThan(2_000_000)
})
