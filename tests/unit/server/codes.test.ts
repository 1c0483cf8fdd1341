import { describe, expect, test } from 'vitest'
import { searchIn } from '#app/reference/codes/search.ts'
import {
  asksForMissingWord,
  codesBelow,
  findCode,
  listFirstCodes,
  searchCodes
} from '#server/learning/reference/codes.ts'

const find = (given: Record<string, string>) => searchCodes(searchIn(given)).map(({ code }) => code)

describe('a search', () => {
  test('finds every code where nothing is asked', () => {
    expect(find({})).toHaveLength(459)
  })

  test('finds a code by how it begins, with its dot or without, in any case', () => {
    expect(find({ q: 'z62.81' })).toEqual([
      'Z62.81',
      'Z62.810',
      'Z62.811',
      'Z62.812',
      'Z62.813',
      'Z62.814',
      'Z62.815',
      'Z62.819'
    ])
    expect(find({ q: 'T7652XA' })).toEqual(['T76.52XA'])
  })

  test('finds what holds every word, in the title or our notes', () => {
    expect(find({ q: 'runaway' })).toContain('Z62.892')
    expect(find({ q: 'multiple perpetrators' })).toEqual(['Y07.6'])
    expect(find({ q: 'multiple unicorns' })).toEqual([])
  })

  test('looks for exploitation where somebody writes trafficking, and says so', () => {
    expect(find({ q: 'Trafficking', billable: 'yes', certainty: 'history' })).toEqual(['Z62.813', 'Z91.42'])
    expect(asksForMissingWord('sex Trafficking')).toBe(true)
    expect(asksForMissingWord('exploitation')).toBe(false)
  })

  test('narrows by each filter', () => {
    expect(find({ exploitation: 'labor', certainty: 'ruled-out' })).toEqual(['Z04.82'])
    expect(find({ exploitation: 'sexual', certainty: 'confirmed', age: 'child', billable: 'yes' })).toEqual([
      'T74.52XA',
      'T74.52XD',
      'T74.52XS'
    ])
    expect(find({ group: 'perpetrator' })).toHaveLength(61)
    expect(find({ group: 'nothing' })).toEqual([])
  })

  test('passes over what an address gives twice', () => {
    expect(searchIn({ q: ['a', 'b'], group: 'social' })).toMatchObject({ q: '', group: 'social' })
  })
})

test('before a search the codes of exploitation and what lies next to it are listed', () => {
  expect(listFirstCodes()).toHaveLength(70)
  expect(new Set(listFirstCodes().map(({ group }) => group))).toEqual(
    new Set(['confirmed', 'suspected', 'observation', 'history'])
  )
})

test('a code is found by its address, and one outside the set is not', () => {
  expect(findCode('t76.52xa')?.code).toBe('T76.52XA')
  expect(findCode('A00.0')).toBeUndefined()
})

test('a heading leads to the codes directly below it', () => {
  expect(codesBelow('T76.5').map(({ code }) => code)).toEqual(['T76.51', 'T76.52'])
  expect(codesBelow('T76.52').map(({ code }) => code)).toEqual(['T76.52XA', 'T76.52XD', 'T76.52XS'])
  expect(codesBelow('T76.52XA')).toEqual([])
})
