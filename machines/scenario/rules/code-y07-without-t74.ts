import type { CheckedText, Finding } from './rule.ts'
import { codesOfEnding, decisionFor, isOf } from './shown-codes.ts'

/** A perpetrator code stands only beside a confirmed case: T74, or confirmed abuse in pregnancy. */
export function codeY07WithoutT74({ scenario }: CheckedText): Finding[] {
  return scenario.endings.flatMap(({ id, documented }, index) => {
    const shown = codesOfEnding(scenario, index)
    const isConfirmedInPregnancy = documented.pregnant && decisionFor(scenario, documented).allowsPerpetrator
    const stems = isConfirmedInPregnancy ? ['T74', 'O9A'] : ['T74']
    if (shown.some(({ code }) => stems.some((stem) => isOf(code, stem)))) return []
    return shown
      .filter(({ code }) => isOf(code, 'Y07'))
      .map(({ code, path }) => ({
        path,
        message: `ending "${id}" has ${code} without a T74 code: leave it out, as a perpetrator code stands only with a confirmed case`
      }))
  })
}
