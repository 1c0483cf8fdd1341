import type { CheckedText, Finding } from './rule.ts'
import { codesOfEnding, decisionFor, isOf } from './shown-codes.ts'

/** T74 and T76 exclude each other: one ending never supports both. */
export function codeT74WithT76({ scenario }: CheckedText): Finding[] {
  return scenario.endings.flatMap(({ id, documented }, index) => {
    const shown = codesOfEnding(scenario, index)
    const second = shown.find(({ code }) => isOf(code, 'T76'))
    if (second && shown.some(({ code }) => isOf(code, 'T74'))) {
      return [
        {
          path: second.path,
          message: `ending "${id}" has T74 and T76, which exclude each other: keep the one that was documented`
        }
      ]
    }
    const { categories } = decisionFor(scenario, documented)
    if (!categories.some((it) => isOf(it, 'T74')) || !categories.some((it) => isOf(it, 'T76'))) return []
    const message = `ending "${id}" documents one abuse as confirmed and another as suspected, so T74 and T76 would stand together: document one certainty`
    return [{ path: ['endings', index, 'documented'], message }]
  })
}
