import type { Exploration, ExploredEdge } from '../explore.ts'

/** @returns the states that can be come to from `from` along the edges given, those themselves included. */
export function reachableFrom(from: readonly number[], edges: readonly ExploredEdge[]): Set<number> {
  const out = Map.groupBy(edges, (edge) => edge.from)
  return spread(from, (index) => (out.get(index) ?? []).map((edge) => edge.to))
}

/** @returns the states from which one of `to` can be come to along the edges given, those themselves included. */
export function ableToReach(to: readonly number[], edges: readonly ExploredEdge[]): Set<number> {
  const into = Map.groupBy(edges, (edge) => edge.to)
  return spread(to, (index) => (into.get(index) ?? []).map((edge) => edge.from))
}

/** @returns the states in which a run has ended. */
export function endedStates({ states }: Exploration): number[] {
  return states.filter((state) => state.ending !== undefined).map((state) => state.index)
}

/** @returns whether an act is the best there is: recommended, or one that is not judged; passing over a scene is neither. */
export function isFullMarks({ option, outcome }: ExploredEdge): boolean {
  return option !== 'skip' && (outcome === undefined || outcome.quality === 'recommended')
}

function spread(from: readonly number[], next: (index: number) => number[]): Set<number> {
  const reached = new Set(from)
  // A set yields members added while it is walked.
  for (const index of reached) for (const other of next(index)) reached.add(other)
  return reached
}
