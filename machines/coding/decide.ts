import type { Certainty, Documented } from '#content/schema.ts'

export type CodingInput = Documented & { age: 'adult' | 'child' }

/** What the code set leaves open; the answer taught is "ask coding staff". */
export type OpenQuestion = 'pregnancy' | 'both-certainties' | 'sexual-abuse-beside-exploitation'

/** What documentation supports, by the ladder of the Official Guidelines I.C.19.f. */
export type CodingDecision = {
  /** The row of the five-row table that fits. */
  row: Certainty
  /** What each thing documented supports: categories or subcategories without 7th character, such as `T76.51`. */
  categories: string[]
  /**
   * Complete codes for an encounter with active treatment, such as `T76.51XA`. Left out are abuse in pregnancy,
   * whose last character is the trimester, and what is suspected where something else is confirmed, as T74 and
   * T76 exclude each other.
   */
  complete: string[]
  /** Whether a code from Y07 or an assault code may stand beside them: only with a confirmed case. */
  allowsPerpetrator: boolean
  askCodingStaff: OpenQuestion[]
}

type Abuse = Documented['otherAbuse'][number]['abuse']

/**
 * Decides which row and codes the responsible provider's documentation supports. Exploitation comes
 * first; other documented abuse stands in the last row. Final coding belongs to trained coding staff.
 * Source: ICD-10-CM Official Guidelines FY2026, I.C.15.r, I.C.19.f, I.C.21.c.4, I.C.21.c.6; tabular list FY2027.
 */
export function decide(input: CodingInput): CodingDecision {
  const exploitation = exploitationCodes(input)
  const abuse = input.otherAbuse.map((it) => abuseCode(it.abuse, it.certainty, input))
  const categories = [...new Set([...exploitation, ...abuse])]
  const isExcluded = categories.some(isOf('T74')) ? isOf('T76') : () => false
  return {
    row: exploitation.length > 0 ? input.certainty : 'none',
    categories,
    complete: categories.filter((it) => !isOf('O9A')(it) && !isExcluded(it)).map(completeForActiveTreatment),
    allowsPerpetrator: exploitation.some(isOf('T74')) || input.otherAbuse.some((it) => it.certainty === 'confirmed'),
    askCodingStaff: openQuestions(input, categories)
  }
}

function exploitationCodes({ certainty, exploitation, inChildhood, otherAbuse, age }: CodingInput): string[] {
  if (exploitation === 'none' || certainty === 'none') return []
  // An observation code is first-listed and for a patient without a related condition: it stands beside no abuse.
  if (certainty === 'ruled-out') return otherAbuse.length > 0 ? [] : [exploitation === 'sexual' ? 'Z04.81' : 'Z04.82']
  // What decides is when it happened, not the age today.
  if (certainty === 'history') return [inChildhood || age === 'child' ? 'Z62.813' : 'Z91.42']
  const stem = certainty === 'confirmed' ? 'T74' : 'T76'
  return [`${stem}.${exploitation === 'sexual' ? 5 : 6}${age === 'adult' ? 1 : 2}`]
}

const abuseDigit = { neglect: '0', physical: '1', sexual: '2', psychological: '3', financial: 'A' } as const
/** In pregnancy these three have codes of their own, suspected or confirmed, which T74 and T76 exclude. */
const inPregnancy: Partial<Record<Abuse, string>> = { physical: 'O9A.3', sexual: 'O9A.4', psychological: 'O9A.5' }

function abuseCode(abuse: Abuse, certainty: 'suspected' | 'confirmed', { age, pregnant }: CodingInput): string {
  const own = pregnant ? inPregnancy[abuse] : undefined
  return own ?? `${certainty === 'confirmed' ? 'T74' : 'T76'}.${abuseDigit[abuse]}${age === 'adult' ? 1 : 2}`
}

function openQuestions({ pregnant }: CodingInput, categories: readonly string[]): OpenQuestion[] {
  const has = (stem: string) => categories.some(isOf(stem))
  const isBothSexual = (has('T74.5') || has('T76.5')) && (has('T74.2') || has('T76.2'))
  return [
    ...(pregnant && (has('T74') || has('T76') || has('O9A')) ? (['pregnancy'] as const) : []),
    ...(has('T74') && has('T76') ? (['both-certainties'] as const) : []),
    ...(isBothSexual ? (['sexual-abuse-beside-exploitation'] as const) : [])
  ]
}

function completeForActiveTreatment(category: string): string {
  return isOf('T74')(category) || isOf('T76')(category) ? `${category}XA` : category
}

function isOf(stem: string): (code: string) => boolean {
  return (code) => code.startsWith(stem)
}
