import { isMinor } from '#content/schema.ts'
import type { CheckedText, Finding } from './rule.ts'
import { shownCodes } from './shown-codes.ts'

/** Every code shown is for a patient of this age. */
export function codeWrongAge({ scenario, registry }: CheckedText): Finding[] {
  const age = isMinor(scenario) ? 'child' : 'adult'
  const entries = new Map((registry.codes ?? []).map((entry) => [entry.code, entry]))
  return shownCodes(scenario).flatMap(({ code, path }) => {
    const entry = entries.get(code)
    if (entry === undefined || entry.age === 'any' || entry.age === age) return []
    const message = `${code} is for ${entry.age === 'adult' ? 'an adult' : 'a child'} and the patient is ${scenario.patient.age}: use the code for ${age === 'adult' ? 'an adult' : 'a child'}`
    return [{ path, message }]
  })
}
