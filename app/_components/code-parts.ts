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
 * It begins with the shortest stem that has a title.
 * @param titleOf gives the official title of a code or of a stem of it
 */
export function codeParts(code: string, titleOf: (code: string) => string | undefined): CodePart[] {
  const hasSeventh = code.replace('.', '').length === lengthWithSeventh
  const stem = firstStem(code, titleOf)
  const rest = [...code.slice(stem.length).replace('.', '')]
  return [
    { characters: stem, kind: stem.includes('.') ? 'Subcategory' : 'Category', meaning: titleOf(stem) ?? '' },
    ...rest.map((character, at): CodePart => {
      const place = code.length - rest.length + at + 1
      if (hasSeventh && at === rest.length - 1) return seventh(character)
      if (hasSeventh && character === 'X') return placeholder
      const characters = place === 5 ? `.${character}` : character
      return { characters, kind: `${place - 1}th character`, meaning: titleOf(code.slice(0, place)) ?? '' }
    })
  ]
}

const placeholder: CodePart = {
  characters: 'X',
  kind: 'Placeholder',
  meaning: 'Fills the empty place, so that the 7th character stands seventh.'
}

function seventh(character: string): CodePart {
  return { characters: character, kind: '7th character', meaning: seventhMeanings[character] ?? '' }
}

function firstStem(code: string, titleOf: (code: string) => string | undefined): string {
  const stems = [code.slice(0, 3), code.slice(0, 5), code.slice(0, 6)]
  return stems.find((stem) => titleOf(stem) !== undefined) ?? code.slice(0, 3)
}
