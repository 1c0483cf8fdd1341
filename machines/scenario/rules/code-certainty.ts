import { codeWrongAge } from './code-wrong-age.ts'
import { codeZ04WithSuspicion } from './code-z04-with-suspicion.ts'
import type { CheckedText, Finding } from './rule.ts'
import { codesOfEnding, decisionFor, isOf } from './shown-codes.ts'

/** Codes that follow from what was documented; perpetrator codes and what was treated do not. */
const decided = ['T74', 'T76', 'O9A', 'Z04', 'Z62.81', 'Z91.4']

/**
 * An ending has the exploitation and abuse codes its documentation supports: nothing more and nothing missing.
 * What a nearer rule tells of a code is not told twice.
 */
export function codeCertainty(checked: CheckedText): Finding[] {
  const { scenario } = checked
  const told = new Set([...codeWrongAge(checked), ...codeZ04WithSuspicion(checked)].map(({ path }) => path.join('/')))
  return scenario.endings.flatMap(({ id, documented }, index) => {
    const { categories } = decisionFor(scenario, documented)
    const shown = codesOfEnding(scenario, index).filter(({ code }) => decided.some((stem) => isOf(code, stem)))
    const more = shown.filter(({ code }) => !categories.some((category) => isOf(code, category)))
    const given = categories.length === 0 ? 'none of these codes' : categories.join(' and ')
    if (more.length > 0) {
      return more
        .filter(({ path }) => !told.has(path.join('/')))
        .map(({ code, path }) => ({
          path,
          message: `ending "${id}" has ${code}, and what was documented supports ${given}: change the one or the other`
        }))
    }
    const missing = categories.filter((category) => !shown.some(({ code }) => isOf(code, category)))
    return missing.map((category) => ({
      path: ['endings', index, 'codes'],
      message: `ending "${id}" documents what ${category} stands for and has no such code: add it, complete`
    }))
  })
}
