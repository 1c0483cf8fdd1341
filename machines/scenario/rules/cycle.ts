import { pathOfOption } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'
import { nameOfEdge, traceTo } from './trace.ts'
import { ableToReach, edgesOnCycles, endedStates } from './walk.ts'

/**
 * No path repeats for ever. Told of is each way back in the order of the file. Where a path could never stop
 * either, that is told of as `no-way-to-debrief`.
 */
export function cycle({ scenario, exploration, measure }: CheckedScenario): Finding[] {
  if (measure !== undefined) return []
  const { states, edges } = exploration
  const canEnd = ableToReach(endedStates(exploration), edges)
  const order = new Map(scenario.scenes.map((scene, index) => [scene.id, index]))
  const placeOf = (index: number) => order.get(states[index]?.scene?.id ?? '') ?? 0
  const back = edgesOnCycles(edges.filter((edge) => canEnd.has(edge.from) && canEnd.has(edge.to))).filter(
    (edge) => edge.option !== 'mark' && placeOf(edge.to) <= placeOf(edge.from)
  )
  return back.map((edge) => ({
    path: pathOfOption(scenario, edge.event.scene, edge.option),
    message: `"${nameOfEdge(exploration, edge)}" leads back to "${states[edge.to]?.scene?.id}" again and again: give the way back a fact that closes it`,
    trace: traceTo(exploration, edge.from, [edge])
  }))
}
