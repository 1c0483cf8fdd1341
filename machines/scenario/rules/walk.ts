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

/** @returns the edges on which a walk can come round to where it was, by Kosaraju's two walks. */
export function edgesOnCycles(edges: readonly ExploredEdge[]): ExploredEdge[] {
  const into = Map.groupBy(edges, (edge) => edge.to)
  const groupOf = new Map<number, number>()
  for (const index of byFinish(edges).toReversed()) {
    if (groupOf.has(index)) continue
    const group = spread([index], (at) =>
      (into.get(at) ?? []).map((edge) => edge.from).filter((from) => !groupOf.has(from))
    )
    for (const member of group) groupOf.set(member, index)
  }
  return edges.filter((edge) => groupOf.get(edge.from) === groupOf.get(edge.to))
}

/** Orders states by when a depth-first walk leaves them; it keeps a stack of its own, as paths may be long. */
function byFinish(edges: readonly ExploredEdge[]): number[] {
  const out = Map.groupBy(edges, (edge) => edge.from)
  const entered = new Set<number>()
  const left = new Set<number>()
  const stack = edges.map((edge) => edge.from).toReversed()
  for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
    if (entered.has(at)) {
      left.add(at)
      stack.pop()
      continue
    }
    entered.add(at)
    stack.push(...(out.get(at) ?? []).map((edge) => edge.to).filter((to) => !entered.has(to)))
  }
  return [...left]
}

function spread(from: readonly number[], next: (index: number) => number[]): Set<number> {
  const reached = new Set(from)
  // A set yields members added while it is walked.
  for (const index of reached) for (const other of next(index)) reached.add(other)
  return reached
}
