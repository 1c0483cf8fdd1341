import type { CheckedText, Finding } from './rule.ts'
import { codesOfEnding, isOf } from './shown-codes.ts'

/** Z04.8- says that a suspicion was examined and ruled out: it stands with no suspicion and no confirmed case. */
export function codeZ04WithSuspicion({ scenario }: CheckedText): Finding[] {
  return scenario.endings.flatMap(({ id, documented }, index) => {
    const shown = codesOfEnding(scenario, index)
    const beside = shown.find(({ code }) => isOf(code, 'T74') || isOf(code, 'T76'))
    const { certainty } = documented
    const remains = certainty === 'suspected' || certainty === 'confirmed'
    if (!remains && beside === undefined) return []
    const why = beside ? `stands beside ${beside.code}` : `stands where the documentation says ${certainty}`
    return shown
      .filter(({ code }) => isOf(code, 'Z04.8'))
      .map(({ code, path }) => ({
        path,
        message: `in ending "${id}" ${code} ${why}: leave it out, as it means that the suspicion was ruled out`
      }))
  })
}
