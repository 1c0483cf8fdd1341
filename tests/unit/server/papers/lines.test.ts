import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceLines, breakLines } from '#server/papers/lines.ts'

const count = (text: string) => text.length

describe('breaking lines', () => {
  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['von Habsburg-Lothringen', 13, ['von Habsburg-', 'Lothringen']],
    ['abcdefgh ij', 4, ['abcd', 'efgh', 'ij']],
    ['one\n\n two ', 9, ['one', 'two']],
    ['a\u2028b\r\nc', 9, ['a', 'b', 'c']],
    ['one\ttwo\u2003three', 7, ['one two', 'three']],
    ['to 2\u00a0hours', 6, ['to', '2\u00a0hour', 's']],
    ['aa b\u2011c', 4, ['aa', 'b\u2011c']],
    ['', 9, []]
  ])('%j in %i', (text, width, lines) => {
    expect(breakLines(text, width, count)).toEqual(lines)
  })

  test('loses no sign and keeps every line within its width', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'ab -–\n', 'đ'), maxLength: 60 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = breakLines(text, width, count)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        expect(Math.max(0, ...lines.map(count))).toBeLessThanOrEqual(width)
      })
    )
  })

  test('a letter with its marks stays whole', () => {
    expect(breakLines('e\u0302\u0303e\u0302\u0303', 1, count)).toEqual(['e\u0302\u0303', 'e\u0302\u0303'])
  })
})

describe('lines as even as they go', () => {
  test('a last line of one word is avoided', () => {
    expect(balanceLines('one two three four', 14, count)).toEqual(['one two', 'three four'])
  })

  test('as many as before', () => {
    const text = 'Recognizing and responding to patients in every place where people come'
    expect(balanceLines(text, 30, count)).toHaveLength(breakLines(text, 30, count).length)
  })
})
