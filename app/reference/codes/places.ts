import type { Coding, CodingStatement } from '#content/coding-schema.ts'

/** @returns the sections and notes a statement rests on, such as `Guidelines FY2026, I.C.19.f`. */
export function placesOf({ guideline, tabular }: CodingStatement, { editions }: Coding): string[] {
  return [
    ...(guideline ? [`Guidelines ${editions.guidelines.year}, ${guideline.join(', ')}`] : []),
    ...(tabular ? [`Tabular List ${editions.codes.year}, ${tabular.join(', ')}`] : [])
  ]
}
