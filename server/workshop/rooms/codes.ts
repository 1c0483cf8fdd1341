import { randomInt } from 'node:crypto'

// Without the letters and digits that look like each other on a wall: 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V.
const alphabet = '34679ACDEFGHJKMNPRTWXY'
const length = 6

/** @returns a new code for joining a room: six letters and digits, about a hundred million of them. */
export function newCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** @returns a code as it is stored, from what somebody typed; undefined where no code can be meant. */
export function codeIn(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined
}

/** @returns a table as it is known, from what somebody typed: “Table a” and “A” are one; null where nothing was typed. */
export function tableIn(typed: string): string | null {
  const name = typed.replace(/^\s*table\b/i, '').trim()
  return (name === '' ? typed.trim() : name).toUpperCase() || null
}
