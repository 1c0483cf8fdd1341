import type { Exploration, ExploredEdge } from '../explore.ts'
import { firstAtEachPlace, pathOfOption } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'
import { nameOfEdge, traceTo } from './trace.ts'
import { ableToReach, endedStates } from './walk.ts'

/** No path repeats for ever. Where it could never stop either, that is told of as `no-way-to-debrief`. */
export function cycle({ scenario, exploration, measure }: CheckedScenario): Finding[] {
  if (measure !== undefined) return []
  const canEnd = ableToReach(endedStates(exploration), exploration.edges)
  const findings = closingEdges(exploration, canEnd).map((edge) => ({
    path: pathOfOption(scenario, edge.event.scene, edge.option),
    message: `"${nameOfEdge(exploration, edge)}" leads back to "${exploration.states[edge.to]?.scene?.id}" again and again: give the way back a fact that closes it`,
    trace: traceTo(exploration, edge.from, [edge])
  }))
  return firstAtEachPlace(findings)
}

/** Walks depth-first with its own stack and @returns the edges that lead back into the path walked. */
function closingEdges({ states, edges }: Exploration, among: ReadonlySet<number>): ExploredEdge[] {
  const out = Map.groupBy(
    edges.filter((edge) => among.has(edge.from) && among.has(edge.to)),
    (edge) => edge.from
  )
  const isDone = new Set<number>()
  const onPath = new Set<number>()
  const closing: ExploredEdge[] = []
  for (const { index } of states) {
    const stack = [index]
    while (stack.length > 0) {
      const at = stack.at(-1) ?? index
      const isEntering = !isDone.has(at) && !onPath.has(at)
      if (!isEntering) {
        stack.pop()
        onPath.delete(at)
        isDone.add(at)
        continue
      }
      onPath.add(at)
      const ways = out.get(at) ?? []
      closing.push(...ways.filter((edge) => onPath.has(edge.to)))
      stack.push(...ways.map((edge) => edge.to).filter((to) => !onPath.has(to) && !isDone.has(to)))
    }
  }
  return closing
}
