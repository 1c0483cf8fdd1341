import type { Indicator } from '#content/registry-schema.ts'

export const ageWords: Readonly<Record<Indicator['ages'][number], string>> = { adult: 'Adult', minor: 'Under 18' }

export const kindWords: Readonly<Record<Indicator['kinds'][number], string>> = { sexual: 'Sexual', labor: 'Labor' }

/** The most urgent first. */
export const strengthOrder: readonly Indicator['strength'][] = [
  'clinical-danger',
  'strong',
  'moderate',
  'weak',
  'decoy',
  'not-an-indicator'
]

/** What a strength asks of the reader, said once for all signs of that strength. */
export const strengthMeanings: Readonly<Record<Indicator['strength'], string>> = {
  'clinical-danger': 'Urgent whoever the patient is. Treat first.',
  strong: 'Plan time alone and a hand-over, as seen.',
  moderate: 'Keep in mind, and look for a second, independent sign.',
  weak: 'Nothing by itself.',
  decoy: 'Looks like a sign and changes nothing.',
  'not-an-indicator': 'Set it aside. Read as a sign, it harms.'
}
