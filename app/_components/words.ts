import type { Scenario } from '#content/schema.ts'

type Tag = Scenario['contentNote']['tags'][number]

/** What a content note's tags say to a reader. */
export const tagWords: Record<Tag, string> = {
  'sexual-exploitation': 'Sexual exploitation',
  'labor-exploitation': 'Labor exploitation',
  child: 'A child',
  'partner-violence': 'Partner violence',
  'family-violence': 'Family violence',
  injury: 'Injury',
  pregnancy: 'Pregnancy',
  'substance-use': 'Substance use',
  'self-harm': 'Self-harm',
  weapons: 'Weapons',
  police: 'Police',
  immigration: 'Immigration'
}

/** How much a detail weighs. */
export const strengthWords: Record<string, string> = {
  strong: 'Strong sign',
  moderate: 'Moderate sign',
  weak: 'Weak sign',
  decoy: 'Ordinary detail',
  'not-an-indicator': 'Not an indicator',
  'clinical-danger': 'Clinical danger sign'
}

/** Where a detail is met. */
export const channelWords = { note: 'In the note', room: 'In the room', talk: 'In the conversation' } as const

/** @returns a slug such as `emergency-department` as words. */
export function wordsOf(slug: string): string {
  return capitalized(slug.replaceAll('-', ' ').replace(/^womens /, 'women’s '))
}

/** @returns the words with their first letter as a capital. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** @returns a length such as `9 to 12 minutes`. */
export function minuteWords({ shortest, longest }: { shortest: number; longest: number }): string {
  return shortest === longest ? `${longest} minutes` : `${shortest} to ${longest} minutes`
}
