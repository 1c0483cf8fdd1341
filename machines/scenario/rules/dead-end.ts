import { firstAtEachPlace, pathOfScene } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'
import { traceTo } from './trace.ts'

/** Every state of every scene has a way on. */
export function deadEnd({ scenario, exploration }: CheckedScenario): Finding[] {
  const left = new Set(exploration.edges.map((edge) => edge.from))
  const stuck = exploration.states.filter((state) => state.scene && !left.has(state.index))
  return firstAtEachPlace(
    stuck.map(({ index, scene }) => ({
      path: pathOfScene(scenario, scene?.id ?? ''),
      message: `scene "${scene?.id}" offers no way on here: leave one option without a "when"`,
      trace: traceTo(exploration, index)
    }))
  )
}
