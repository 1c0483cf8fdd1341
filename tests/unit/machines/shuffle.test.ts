import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shuffle } from '#machines/shuffle.ts'

const items = ['a', 'b', 'c', 'd', 'e', 'f']
const seeds = Array.from({ length: 200 }, (_, index) => `seed-${index}/privacy`)

describe('the order of options', () => {
  test('is the same for the same seed', () => {
    for (const seed of seeds) expect(shuffle(items, seed)).toEqual(shuffle(items, seed))
    expect(shuffle(items, 'a-seed/privacy')).toEqual(['d', 'b', 'c', 'f', 'a', 'e'])
  })

  test('holds each item once and leaves the list it was given alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
        const before = [...list]
        const byValue = (a: number, b: number) => a - b
        expect(shuffle(list, seed).sort(byValue)).toEqual([...list].sort(byValue))
        expect(list).toEqual(before)
      })
    )
  })

  test('keeps nothing, and one thing, as it is', () => {
    expect(shuffle([], 'a-seed')).toEqual([])
    expect(shuffle(['a'], 'a-seed')).toEqual(['a'])
  })

  test.each([2, 3, 4, 5, 6])('puts each of %i options in every place, none too often', (count) => {
    const options = items.slice(0, count)
    const orders = seeds.map((seed) => shuffle(options, seed))
    for (const option of options) {
      for (const place of options.keys()) {
        const times = orders.filter((order) => order[place] === option).length
        const fair = seeds.length / count
        // Within five standard deviations of a fair share.
        expect(Math.abs(times - fair), `${option} at ${place}`).toBeLessThan(5 * Math.sqrt(fair * (1 - 1 / count)))
      }
    }
  })

  test('differs between scenes of one run', () => {
    const orders = seeds.map((_, index) => shuffle(items, `one-seed/scene-${index}`).join(''))
    expect(new Set(orders).size).toBeGreaterThan(100)
  })
})
