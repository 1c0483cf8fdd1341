/** One part of a code: the characters as they stand in it, what kind of part it is, and what it says. */
export type CodePart = { characters: string; kind: string; meaning: string }

const seventhMeanings: Record<string, string> = {
  A: 'Active treatment at this visit. It does not mean a first visit.',
  D: 'Routine care after the active treatment has ended.',
  S: 'Sequela: a later condition that this one led to.'
}
const lengthWithSeventh = 7

/**
 * Takes a complete code apart, such as `T76.51XA`: category, the digits that narrow it, placeholder, 7th character.
 * @param titleOf gives the official title of a code or of a stem of it
 */
export function codeParts(code: string, titleOf: (code: string) => string | undefined): CodePart[] {
  const category = code.slice(0, 3)
  const rest = [...code.slice(4)]
  const hasSeventh = code.replace('.', '').length === lengthWithSeventh
  return [
    { characters: category, kind: 'Category', meaning: titleOf(category) ?? '' },
    ...rest.map((character, at): CodePart => {
      if (hasSeventh && at === rest.length - 1) {
        return { characters: character, kind: '7th character', meaning: seventhMeanings[character] ?? '' }
      }
      if (hasSeventh && character === 'X') {
        return {
          characters: character,
          kind: 'Placeholder',
          meaning: 'Fills the empty place, so that the 7th character stands seventh.'
        }
      }
      const characters = at === 0 ? `.${character}` : character
      return { characters, kind: `${at + 4}th character`, meaning: titleOf(code.slice(0, at + 5)) ?? '' }
    })
  ]
}
