import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { loadRegistry } from '#content/load.ts'

const { codes } = loadRegistry()

/**
 * Each category with the number of its codes and a digest of them as the Tabular List of FY2027 has them: code, title
 * letter for letter, complete or heading, first fiscal year. It was made from the list, not from our file. Where a new
 * edition changes a category, compare its lines with the new list and only then write the digest that the test names.
 */
const official: readonly (readonly [category: string, codes: number, digest: string])[] = [
  ['F43', 10, '36961056141046ea'],
  ['O9A', 25, 'c0678136f1dfe703'],
  ['T71', 5, '25b5226bfd4a381f'],
  ['T73', 25, 'ecf07739ab042fa5'],
  ['T74', 77, '6282a51b57390ddf'],
  ['T76', 73, 'f94edbb62b653e1e'],
  ['X92', 1, '69fd26370326dbb9'],
  ['X93', 4, '930294a6a095f4eb'],
  ['X94', 1, '3a531046df2fdfa0'],
  ['X95', 1, '10720e10f356b140'],
  ['X96', 1, '883032d99524b4ff'],
  ['X97', 4, '8defe05e4d0e5abe'],
  ['X98', 1, '3285d41f1c94e344'],
  ['X99', 1, '54f26e84ed173caf'],
  ['Y00', 4, '148a71efdbf32053'],
  ['Y01', 4, 'f8525f49e051b94f'],
  ['Y02', 1, 'ff51387fbbe16c3c'],
  ['Y03', 1, '379dd5974a9ded29'],
  ['Y04', 17, 'ec8cf45f381c7f7b'],
  ['Y07', 61, 'b3262f889a9b0a23'],
  ['Y08', 6, 'aea38dc846553582'],
  ['Y09', 1, 'acee215bfbf1273b'],
  ['Z02', 1, '359a65a1460d35e5'],
  ['Z04', 13, '7f3ce87c9e3f893c'],
  ['Z11', 2, '7a5055fe2fbfc8b6'],
  ['Z20', 2, 'e7e8135b15df8e79'],
  ['Z32', 5, '35b5212755bb6646'],
  ['Z56', 10, '72579397accba9d8'],
  ['Z57', 6, 'f55b9239cc26f198'],
  ['Z59', 30, '2d3cd60c364fe34b'],
  ['Z60', 4, '92bea30d2a670cbb'],
  ['Z62', 20, 'f5bb45a444b6a7f3'],
  ['Z63', 3, 'abd6217e046909cc'],
  ['Z65', 8, 'a9e84364445bafc5'],
  ['Z69', 14, 'd82c306be3797acf'],
  ['Z71', 1, '0bc366def9bdd565'],
  ['Z72', 6, 'e5b2741be2efd8d8'],
  ['Z91', 10, 'dd9ec85d9776e850']
]

describe('every code title equals the reference', () => {
  test.each(official)('%s, %i codes', (category, count, digest) => {
    const own = codes.filter(({ code }) => code.startsWith(category))
    expect([own.length, digestOf(own)]).toEqual([count, digest])
  })

  test('and no code stands outside these categories', () => {
    expect(codes).toHaveLength(official.reduce((sum, [, count]) => sum + count, 0))
    expect(codes).toHaveLength(459)
  })
})

function digestOf(entries: typeof codes): string {
  const lines = entries.map(
    ({ code, title, billable, since }) => `${code}\t${title}\t${billable ? 'complete' : 'heading'}\t${since}\n`
  )
  return createHash('sha256').update(lines.sort().join('')).digest('hex').slice(0, 16)
}
