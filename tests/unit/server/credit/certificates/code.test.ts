import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inGroups, newCode, readCode } from '#server/credit/certificates/code.ts'

const signs = '34679BCDFGHJKMNPQRTVWXY'
const sign = fc.constantFrom(...signs)
const place = fc.nat({ max: 15 })

describe('a code', () => {
  test('has 15 random signs, at least 60 bits, and reads back however it is typed', () => {
    const codes = Array.from({ length: 500 }, newCode)
    expect(new Set(codes).size).toBe(500)
    for (const code of codes) {
      expect(code).toMatch(/^[34679BCDFGHJKMNPQRTVWXY]{16}$/)
      expect(readCode(code)).toBe(code)
      expect(readCode(` ${inGroups(code).toLowerCase().replaceAll('-', ' – ')}\n`)).toBe(code)
    }
    expect(15 * Math.log2(signs.length)).toBeGreaterThan(60)
    expect(new Set(codes.flatMap((code) => [...code])).size).toBe(signs.length)
  })

  test('stands in four groups', () => {
    expect(inGroups('6C3KW9QT4MXHP7RB')).toBe('6C3K-W9QT-4MXH-P7RB')
  })

  test('is not read with one sign mistyped, whichever', () => {
    fc.assert(
      fc.property(place, sign, (at, other) => {
        const code = newCode()
        const typed = code.slice(0, at) + other + code.slice(at + 1)
        expect(readCode(typed)).toBe(typed === code ? code : undefined)
      })
    )
  })

  test('is not read with two signs swapped, wherever', () => {
    fc.assert(
      fc.property(fc.nat({ max: 14 }), fc.nat({ max: 14 }), (one, other) => {
        const code = newCode()
        const swapped = [...code]
        swapped[one] = code.charAt(other)
        swapped[other] = code.charAt(one)
        expect(readCode(swapped.join(''))).toBe(swapped.join('') === code ? code : undefined)
      })
    )
  })

  test.each(['', '6C3K', `${newCode()}3`, 'x'.repeat(1_000_000), '\u0000', "' or 1=1 --"])('%j is none', (typed) => {
    expect(readCode(typed)).toBe(undefined)
  })
})
