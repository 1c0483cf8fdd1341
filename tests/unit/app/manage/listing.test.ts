import { describe, expect, test } from 'vitest'
import { addressOf, filterIn, inOrder, orderIn, type Sortable } from '#app/manage/_parts/listing.ts'

type Row = { name: string; people: number }
const rows: Row[] = [
  { name: 'Émile 2', people: 3 },
  { name: 'Émile 10', people: 1 },
  { name: 'Anna', people: 3 }
]
const columns: Sortable<Row>[] = [
  { key: 'name', label: 'Name', by: ({ name }) => name },
  { key: 'people', label: 'People', by: ({ people }) => people }
]
const otherwise = { key: 'name', isDown: false }

describe('the order of a list', () => {
  test.each([
    ['people', ['Émile 10', 'Émile 2', 'Anna']],
    ['-people', ['Émile 2', 'Anna', 'Émile 10']],
    ['name', ['Anna', 'Émile 2', 'Émile 10']],
    ['__proto__', ['Anna', 'Émile 2', 'Émile 10']]
  ])('%s', (sort, names) => {
    expect(inOrder(rows, columns, orderIn({ sort }, columns, otherwise)).map(({ name }) => name)).toEqual(names)
  })
})

test('a filter takes only what is known', () => {
  expect(filterIn({ state: 'open' }, 'state', ['open', 'closed'])).toBe('open')
  expect(filterIn({ state: ['open', 'closed'] }, 'state', ['open', 'closed'])).toBeUndefined()
  expect(filterIn({ state: 'other' }, 'state', ['open', 'closed'])).toBeUndefined()
})

test('an address keeps what it does not change, without the last notice', () => {
  const search = { state: 'open', sort: 'name', notice: 'saved', empty: undefined }
  expect(addressOf('/manage/a', search, { sort: '-name' })).toBe('/manage/a?state=open&sort=-name')
  expect(addressOf('/manage/a', search, { state: undefined, sort: undefined })).toBe('/manage/a')
})
