import { randomInt } from 'node:crypto'

// No vowel, so that chance writes no word, and none of the letters and digits that are taken for each other. There are
// 23: with a prime number of signs the check letter finds every mistyped sign and every two that are swapped.
const signs = '34679BCDFGHJKMNPQRTVWXY'
const length = 16

/** @returns a new code: 15 random signs, which are 67 bits, and a check letter. */
export function newCode(): string {
  const random = Array.from({ length: length - 1 }, () => signs.charAt(randomInt(signs.length))).join('')
  return `${random}${checkOf(random)}`
}

/** @returns a code as it is printed, in four groups of four. */
export function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** @returns a code as somebody typed it, in capitals and without spaces and hyphens; undefined where it has a typing error. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
  const isWhole = code.length === length && [...code].every((sign) => signs.includes(sign))
  return isWhole && code.endsWith(checkOf(code.slice(0, -1))) ? code : undefined
}

function checkOf(random: string): string {
  const sum = [...random].reduce((total, sign, index) => total + (index + 1) * signs.indexOf(sign), 0)
  return signs.charAt(sum % signs.length)
}
