import type { StatementKind } from '#content/coding-schema.ts'
import type { CodeEntry } from '#content/registry-schema.ts'
import type { AidQuestion } from '#machines/coding/aid.ts'

type Words<T extends string> = Readonly<Record<T, string>>

export const groupWords: Words<CodeEntry['group']> = {
  confirmed: 'Confirmed exploitation',
  suspected: 'Suspected exploitation',
  observation: 'Examination and observation',
  history: 'Personal history',
  perpetrator: 'Perpetrator',
  'general-abuse': 'Other abuse and neglect',
  'external-cause': 'Assault and other external causes',
  social: 'Social circumstances',
  condition: 'Conditions that may stand beside it',
  service: 'Counseling and other services'
}

export const certaintyWords: Words<NonNullable<CodeEntry['certainty']>> = {
  suspected: 'Suspected',
  confirmed: 'Confirmed',
  'ruled-out': 'Ruled out',
  history: 'History'
}

export const exploitationWords: Words<NonNullable<CodeEntry['exploitation']>> = {
  sexual: 'Sexual',
  labor: 'Labor',
  any: 'Sexual or labor'
}

export const ageWords: Words<CodeEntry['age']> = { adult: 'Adult', child: 'Child', any: 'Any age' }

/** What each kind of statement is called on the page of a code and in the aid's result. */
export const kindWords: Words<StatementKind> = {
  why: 'Why here',
  seventh: 'The 7th character',
  order: 'In what order',
  with: 'What may stand with it',
  without: 'What may not',
  who: 'Who documents it',
  privacy: 'Before it is sent',
  ask: 'Ask coding staff'
}

/** What an answer of the aid is called once it is given. */
export const answerWords: Words<AidQuestion> = {
  certainty: 'Documented',
  kind: 'Kind',
  age: 'Age at this visit',
  happened: 'It happened',
  visit: 'This visit'
}

/** The address of a code's page. */
export function pageOf(code: string): string {
  return `/reference/codes/${code}`
}
