import { expect, test } from 'vitest'
import { citedIn, listCitingPlaces } from '#server/learning/reference/citations.ts'
import { getRegistry } from '#server/learning/reference/queries.ts'

test('a source is listed with each place once, by part in their order, and what has no address is counted', () => {
  const cited = citedIn([
    { part: 'questions', text: '', sources: ['one'] },
    { part: 'questions', text: '', sources: ['one', 'one'] },
    { part: 'lessons', text: 'Limits: First', href: '/lessons/limits', sources: ['one', 'two', 'one'] },
    { part: 'statements', text: 'So many of so many.', href: '/evidence#statement-many', sources: ['two'] }
  ])
  expect(Object.fromEntries(cited)).toEqual({
    one: [
      { part: 'lessons', places: [{ text: 'Limits: First', href: '/lessons/limits' }], counted: 0 },
      { part: 'questions', places: [], counted: 2 }
    ],
    two: [
      { part: 'statements', places: [{ text: 'So many of so many.', href: '/evidence#statement-many' }], counted: 0 },
      { part: 'lessons', places: [{ text: 'Limits: First', href: '/lessons/limits' }], counted: 0 }
    ]
  })
})

test('every place names sources that are known, and no case says more than its title', () => {
  const known = new Set(getRegistry().sources.map(({ id }) => id))
  const places = listCitingPlaces()
  expect(places.flatMap(({ sources }) => sources).filter((id) => !known.has(id))).toEqual([])
  const cases = places.filter(({ part }) => part === 'cases')
  expect(cases.map(({ text, href }) => `${href} ${text}`)).toContain(
    '/learn/sc01 Emergency department: four days of pelvic pain'
  )
})
