import { expect, test } from 'vitest'
import type { Item } from '#content/item-schema.ts'
import { evaluationMinutes, isFor, testMinutes } from '#machines/course/minutes.ts'
import { aPair, aSingle, aTest } from '#tests/helpers/items.ts'

/** A question of `words` words, its three options among them. */
function aQuestionOf(words: number): Item {
  const options = ['one', 'two', 'three'].map((text) => ({ id: text, text, why: 'Not counted.' }))
  return aSingle('any', { stem: Array.from({ length: words - 3 }, () => 'word').join(' '), options })
}

const pair = (id: string, words: number, changes: Parameters<typeof aPair>[1] = {}) =>
  aPair(id, { a: aQuestionOf(words), b: aQuestionOf(words), ...changes })

test('a form takes the average question of each objective, and 20 seconds to decide', () => {
  const bank = [
    pair('privacy-1', 40),
    pair('privacy-2', 60),
    pair('asking-1', 100, { objective: 'asking' }),
    pair('minors-1', 500, { objective: 'minors' })
  ]
  expect(testMinutes(aTest(), bank)).toBeCloseTo(2 * (50 / 200 + 1 / 3) + (100 / 200 + 1 / 3), 10)
})

test('questions for clinical work count only where they may be asked', () => {
  const bank = [pair('privacy-1', 40), pair('privacy-2', 80, { for: 'clinical' })]
  const blueprint = [{ objective: 'privacy', items: 1 }]
  expect(testMinutes(aTest({ blueprint }), bank)).toBeCloseTo(40 / 200 + 1 / 3, 10)
  expect(testMinutes(aTest({ blueprint, for: 'clinical' }), bank)).toBeCloseTo(60 / 200 + 1 / 3, 10)
})

test('an objective without questions takes no time', () => {
  expect(testMinutes(aTest(), [])).toBe(0)
})

test.each<[Parameters<typeof isFor>[0]['for'], Parameters<typeof isFor>[1]['for'], boolean]>([
  ['everyone', 'everyone', true],
  ['everyone', 'clinical', false],
  ['clinical', 'everyone', true],
  ['clinical', 'clinical', true]
])('a test for %s may ask what is for %s: %s', (whom, item, expected) => {
  expect(isFor({ for: whom }, { for: item })).toBe(expected)
})

test('the evaluation takes two minutes', () => {
  expect(evaluationMinutes).toBe(2)
})
