import { isMinor } from '#content/schema.ts'
import { firstAtEachPlace, pathOfEnding } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'
import { traceTo } from './trace.ts'

/** Where the patient is under 18, the duty is met or put right before every ending. */
export function dutyForMinors({ scenario, exploration }: CheckedScenario): Finding[] {
  if (!isMinor(scenario)) return []
  const unmet = exploration.states.filter((state) => state.ending !== undefined && state.facts.dutyMet !== true)
  return firstAtEachPlace(
    unmet.map((state) => ({
      path: pathOfEnding(scenario, state.ending ?? ''),
      message: `ending "${state.ending}" is reached with the duty for a minor neither met nor put right: set "dutyMet" on every path to it`,
      trace: traceTo(exploration, state.index)
    }))
  )
}
