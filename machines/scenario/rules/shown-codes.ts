import { type Documented, isMinor, type Scenario } from '#content/schema.ts'
import { type CodingDecision, decide } from '../../coding/decide.ts'
import type { Finding } from './rule.ts'

/** A code an author shows, and where. */
export type ShownCode = { code: string; path: Finding['path'] }

/** @returns every code a scenario shows: those of its endings and those of what was treated. */
export function shownCodes(scenario: Scenario): ShownCode[] {
  return [
    ...scenario.endings.flatMap((_, index) => codesOfEnding(scenario, index)),
    ...scenario.debrief.treated.flatMap(({ code }, at) =>
      code ? [{ code, path: ['debrief', 'treated', at, 'code'] }] : []
    )
  ]
}

/** @returns the codes one ending supports. */
export function codesOfEnding({ endings }: Scenario, index: number): ShownCode[] {
  return (endings[index]?.codes ?? []).map((code, at) => ({ code, path: ['endings', index, 'codes', at] }))
}

/** @returns what an ending's documentation supports at the patient's age. */
export function decisionFor(scenario: Scenario, documented: Documented): CodingDecision {
  return decide({ ...documented, age: isMinor(scenario) ? 'child' : 'adult' })
}

/** @returns whether a code belongs to a category, such as `T76.51XA` to `T76.51`. */
export function isOf(code: string, category: string): boolean {
  return code.startsWith(category)
}
