import type { Certainty, Documented } from '#content/schema.ts'

export type CodingInput = Documented & { age: 'adult' | 'child' }

/** What documentation supports, by the ladder of the Official Guidelines I.C.19.f. */
export type CodingDecision = {
  /** The row of the five-row table that fits. */
  row: Certainty
  /** Categories or subcategories, without 7th character, such as `T76.51`. */
  categories: string[]
  /** Complete codes for an encounter with active treatment, such as `T76.51XA`. */
  complete: string[]
  /** Whether a code from Y07 or an assault code may stand beside them: only with a confirmed case. */
  allowsPerpetrator: boolean
  /** Questions the code set leaves open; the answer taught is "ask coding staff". */
  askCodingStaff: 'pregnancy'[]
}

/**
 * Decides which row and codes the responsible provider's documentation supports. Exploitation comes
 * first; other documented abuse stands in the last row. Final coding belongs to trained coding staff.
 * Source: ICD-10-CM Official Guidelines FY2026, I.C.19.f, I.C.21.c.4, I.C.21.c.6; tabular list FY2027.
 */
export function decide(input: CodingInput): CodingDecision {
  const exploitation = exploitationCodes(input)
  const abuse = input.otherAbuse.map((it) => abuseCode(it.abuse, it.certainty, input.age))
  const categories = [...exploitation, ...abuse]
  return {
    row: exploitation.length > 0 ? input.certainty : 'none',
    categories,
    complete: categories.map(completeForActiveTreatment),
    allowsPerpetrator: categories.some((code) => code.startsWith('T74')),
    askCodingStaff: input.pregnant && categories.some(isMaltreatment) ? ['pregnancy'] : []
  }
}

function exploitationCodes({ certainty, exploitation, age }: CodingInput): string[] {
  if (exploitation === 'none' || certainty === 'none') return []
  if (certainty === 'ruled-out') return [exploitation === 'sexual' ? 'Z04.81' : 'Z04.82']
  if (certainty === 'history') return [age === 'child' ? 'Z62.813' : 'Z91.42']
  const stem = certainty === 'confirmed' ? 'T74' : 'T76'
  return [`${stem}.${exploitation === 'sexual' ? 5 : 6}${age === 'adult' ? 1 : 2}`]
}

const abuseDigit = { neglect: '0', physical: '1', sexual: '2', psychological: '3', financial: 'A' } as const

function abuseCode(abuse: keyof typeof abuseDigit, certainty: 'suspected' | 'confirmed', age: 'adult' | 'child'): string {
  return `${certainty === 'confirmed' ? 'T74' : 'T76'}.${abuseDigit[abuse]}${age === 'adult' ? 1 : 2}`
}

function completeForActiveTreatment(category: string): string {
  return isMaltreatment(category) ? `${category}XA` : category
}

function isMaltreatment(code: string): boolean {
  return code.startsWith('T74') || code.startsWith('T76')
}
