import { expect, test } from 'vitest'
import type { CodingStatement } from '#content/coding-schema.ts'
import { seventhOf, statementsOn } from '#machines/coding/statements.ts'

const statement = (id: string, parts: Partial<CodingStatement>): CodingStatement => ({
  id,
  kind: 'why',
  text: 'A rule.',
  basis: 'judgement',
  card: false,
  ...parts
})

const statements = [
  statement('stem', { codes: ['T76'] }),
  statement('other-stem', { codes: ['T74', 'Y07'] }),
  statement('sequela', { codes: ['T76'], seventh: ['S'] }),
  statement('row', { rows: ['none'] }),
  statement('another-kind', { kind: 'ask', codes: ['T76'] })
]
const idsOn = (...subject: Parameters<typeof statementsOn> extends [unknown, ...infer Rest] ? Rest : never) =>
  statementsOn(statements, ...subject).map(({ id }) => id)

test('a statement holds for what begins with its codes', () => {
  expect(idsOn('why', { code: 'T76.52XA' })).toEqual(['stem'])
  expect(idsOn('why', { code: 'Y07.6' })).toEqual(['other-stem'])
  expect(idsOn('ask', { code: 'T76.52XA' })).toEqual(['another-kind'])
})

test('a statement about a 7th character holds for it and for a heading that has none yet', () => {
  expect(idsOn('why', { code: 'T76.52XS' })).toEqual(['stem', 'sequela'])
  expect(idsOn('why', { code: 'T76.52' })).toEqual(['stem', 'sequela'])
})

test('a statement about a row holds for that row alone', () => {
  expect(idsOn('why', { row: 'none' })).toEqual(['row'])
  expect(idsOn('why', { row: 'history' })).toEqual([])
})

test('only the 7th of seven characters is one', () => {
  expect(['T76.52XD', 'X93.XXXA', 'Z62.813', 'T76'].map(seventhOf)).toEqual(['D', 'A', null, null])
})
