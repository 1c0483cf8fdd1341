import type { CheckedText, Finding } from './rule.ts'
import { shownCodes } from './shown-codes.ts'

/** Every code shown as complete may stand on a claim as it is. */
export function codeNotBillable({ scenario, registry }: CheckedText): Finding[] {
  const entries = new Map((registry.codes ?? []).map((entry) => [entry.code, entry]))
  return shownCodes(scenario).flatMap(({ code, path }) => {
    const entry = entries.get(code)
    if (entry === undefined || entry.billable) return []
    const missing = entry.seventh ? 'its placeholder and 7th character, as in T76.51XA' : 'the characters below it'
    return [{ path, message: `${code} is not complete: write it with ${missing}` }]
  })
}
