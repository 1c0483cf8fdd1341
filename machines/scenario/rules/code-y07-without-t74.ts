import type { CheckedText, Finding } from './rule.ts'
import { codesOfEnding, isOf } from './shown-codes.ts'

/** A perpetrator code stands only beside a confirmed case. */
export function codeY07WithoutT74({ scenario }: CheckedText): Finding[] {
  return scenario.endings.flatMap(({ id }, index) => {
    const shown = codesOfEnding(scenario, index)
    if (shown.some(({ code }) => isOf(code, 'T74'))) return []
    return shown.filter(({ code }) => isOf(code, 'Y07')).map(({ code, path }) => ({
      path,
      message: `ending "${id}" has ${code} without a T74 code: leave it out, as a perpetrator code stands only with a confirmed case`
    }))
  })
}
