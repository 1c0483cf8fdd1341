import { codingAccessOf } from '#content/roles.ts'
import { holds } from '../conditions.ts'
import { explore, stateLimit } from '../explore.ts'
import { shownTexts } from '../shown-text.ts'
import { firstAtEachPlace, pathOfScene } from './places.ts'
import type { CheckedText, Finding } from './rule.ts'
import { traceTo } from './trace.ts'

/** A complete code, or a category the registry knows; a plain letter with two digits is much else. */
const complete = /\b[A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}\b/
const category = /\b[A-Z]\d[0-9A-Z]\b/g

/** Nobody who plays a part without access to coding is shown a code, in any scene they come to. */
export function codeShownToRole({ scenario, registry }: CheckedText): Finding[] {
  if (scenario.roles.every((role) => codingAccessOf(role) !== 'none')) return []
  // Where no condition reads the part played, the walk for all rules takes several parts as one.
  const exploration = explore(scenario, stateLimit, ['role'])
  const known = new Set((registry.codes ?? []).map(({ code }) => code))
  const codeIn = (text: string) =>
    text.match(complete)?.[0] ?? (text.match(category) ?? []).find((found) => known.has(found))
  const found = exploration.states.flatMap(({ index, scene, facts, isSorting }) => {
    const role = String(facts.role)
    if (scene === undefined || isSorting || codingAccessOf(role) !== 'none') return []
    const texts = shownTexts(scene, pathOfScene(scenario, scene.id), (when) => holds(scenario, when, facts))
    return texts.flatMap(({ path, text }) => {
      const code = codeIn(text)
      if (code === undefined) return []
      const message = `${code} is shown to somebody who plays a ${role} and sees no codes: leave it out, or show it by "when" to other parts`
      return [{ path, message, trace: traceTo(exploration, index) }]
    })
  })
  return firstAtEachPlace(found)
}
