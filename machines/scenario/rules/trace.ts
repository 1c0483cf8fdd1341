import type { Exploration, ExploredEdge, ExploredState } from '../explore.ts'
import type { RunMeasure } from '../minutes.ts'
import { type CostAsked, runThatCosts } from '../run-that-costs.ts'

/** @returns the name of an act for an author: its scene, and its option unless there is only one way on. */
export function nameOfEdge({ states }: Exploration, edge: ExploredEdge): string {
  const scene = states[edge.from]?.scene?.id ?? ''
  return edge.option === 'continue' ? scene : `${scene}/${edge.option}`
}

/** @returns the acts by which the walk first came to a state, then those given, as `arrival > first-thought/tired`. */
export function traceTo(exploration: Exploration, index: number, then: readonly ExploredEdge[] = []): string {
  const before: ExploredEdge[] = []
  let state = exploration.states[index]
  while (state?.parent) {
    before.unshift(state.parent)
    state = exploration.states[state.parent.from]
  }
  const acts = [...before, ...then]
    .filter((edge) => edge.option !== 'mark')
    .map((edge) => nameOfEdge(exploration, edge))
  const start = startOf(exploration, state)
  return [...start, acts.join(' > ') || 'the start'].join(': ')
}

/** @returns the acts of the run that costs least or most. */
export function traceOfRun(exploration: Exploration, measure: RunMeasure, asked: CostAsked): string {
  const run = runThatCosts(exploration, measure, asked)
  return traceTo(exploration, run[0]?.from ?? 0, run)
}

/** Names the part and the level of duty where runs begin in more than one way. */
function startOf({ starts }: Exploration, state: ExploredState | undefined): string[] {
  if (state === undefined || new Set(starts).size < 2) return []
  return [`as ${state.facts.role}, duty ${state.facts.duty}`]
}
