import { expect, test } from 'vitest'
import { curved } from '#content/curved.ts'

test.each([
  [`"You don't have to," she says.`, '“You don’t have to,” she says.'],
  ['She says: "No." He ("Dario") leaves.', 'She says: “No.” He (“Dario”) leaves.'],
  ['" is what stands behind emphasized words', '” is what stands behind emphasized words'],
  ['He says "', 'He says “'],
  ['A "burn"—"a small one"', 'A “burn”—“a small one”']
])('%s is shown as %s', (typed, shown) => {
  expect(curved(typed)).toBe(shown)
})
