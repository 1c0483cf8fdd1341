import type { CheckedText, Finding } from './rule.ts'
import { shownCodes } from './shown-codes.ts'

/** Every code shown stands in the registry. */
export function codeUnknown({ scenario, registry }: CheckedText): Finding[] {
  if (registry.codes === undefined) return []
  const known = new Set(registry.codes.map(({ code }) => code))
  return shownCodes(scenario)
    .filter(({ code }) => !known.has(code))
    .map(({ code, path }) => ({
      path,
      message: `the registry has no code ${code}: correct it, or add it to the registry with its source`
    }))
}
