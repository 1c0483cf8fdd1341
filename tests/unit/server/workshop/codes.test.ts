import { expect, test } from 'vitest'
import { codeIn, tableIn } from '#server/workshop/rooms/codes.ts'

test.each([
  ['ACDEF3', 'ACDEF3'],
  [' acd-ef3 ', 'ACDEF3'],
  ['ACDEF0', undefined],
  ['ACDEF', undefined],
  ['ACDEF34', undefined]
])('%j names the code %j', (typed, code) => {
  expect(codeIn(typed)).toBe(code)
})

test.each([
  ['a', 'A'],
  ['Table A', 'A'],
  ['table 3', '3'],
  ['tablecloth', 'TABLECLOTH'],
  ['Table', 'TABLE'],
  ['  ', null],
  ['', null]
])('%j names the table %j', (typed, table) => {
  expect(tableIn(typed)).toBe(table)
})
