import type { Scenario } from './schema.ts'

const heavyTags: readonly Scenario['contentNote']['tags'][number][] = [
  'sexual-exploitation',
  'child',
  'partner-violence',
  'family-violence',
  'self-harm',
  'weapons'
]

/** @returns whether a case is hard to take, by what its content note names: no course puts two such in a row unasked. */
export function isHeavy({ contentNote }: Pick<Scenario, 'contentNote'>): boolean {
  return contentNote.tags.some((tag) => heavyTags.includes(tag))
}
