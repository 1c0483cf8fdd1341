import { firstAtEachPlace, pathOfScene } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'
import { traceTo } from './trace.ts'
import { ableToReach, endedStates } from './walk.ts'

/** From every state some path leads to an ending. A state that only leads to a dead end is told of there. */
export function noWayToDebrief({ scenario, exploration }: CheckedScenario): Finding[] {
  const left = new Set(exploration.edges.map((edge) => edge.from))
  const lasts = exploration.states.filter((state) => !left.has(state.index)).map((state) => state.index)
  const canStop = ableToReach([...endedStates(exploration), ...lasts], exploration.edges)
  const caught = exploration.states.filter(
    ({ index, parent }) => !canStop.has(index) && (parent === undefined || canStop.has(parent.from))
  )
  return firstAtEachPlace(
    caught.map(({ index, scene }) => ({
      path: pathOfScene(scenario, scene?.id ?? ''),
      message: `from scene "${scene?.id}" no path leads to an ending: lead one of the options after it to one`,
      trace: traceTo(exploration, index)
    }))
  )
}
