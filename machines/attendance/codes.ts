// Without the letters and digits that look like each other on a wall: 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V.
const alphabet = '34679ACDEFGHJKMNPRTWXY'
const length = 6

/** For how many minutes a code is taken: the one on the wall and those just before it, for slow hands. */
export const lastingMinutes = 3

/** @returns the code that a digest of at least 12 bytes stands for: six letters and digits. */
export function codeOf(digest: Uint8Array): string {
  return Array.from({ length }, (_, index) => {
    const two = (digest[index * 2] ?? 0) * 256 + (digest[index * 2 + 1] ?? 0)
    return alphabet[two % alphabet.length]
  }).join('')
}

/** @returns a code as it was shown, from what somebody typed; undefined where no code can be meant. */
export function typedCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined
}

/** @returns the minutes whose codes are taken in a minute, the newest first. */
export function minutesTaken(minute: number): number[] {
  return Array.from({ length: lastingMinutes }, (_, back) => minute - back)
}
