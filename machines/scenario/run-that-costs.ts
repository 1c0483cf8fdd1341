import type { Exploration, ExploredEdge } from './explore.ts'
import { type Cost, costOfEdge, type Extent, edgesByState, type RunMeasure } from './minutes.ts'

/** Which run to look for: the one with the least or the most of one cost. */
export type CostAsked = { end: keyof Extent; of: keyof Cost }

/** @returns the acts of the run that costs least or most, from its start to its ending. */
export function runThatCosts(
  exploration: Exploration,
  { fromState }: RunMeasure,
  { end, of }: CostAsked
): ExploredEdge[] {
  const out = edgesByState(exploration)
  const costs = fromState[end]
  const costFrom = (index: number) => costs[index]?.[of]
  const walked: ExploredEdge[] = []
  let at = outermost(exploration.starts, end, costFrom)
  while (at !== undefined) {
    const way = outermost(out.get(at) ?? [], end, (edge) => {
      const rest = costFrom(edge.to)
      return rest === undefined ? undefined : costOfEdge(edge)[of] + rest
    })
    if (way) walked.push(way)
    at = way?.to
  }
  return walked
}

function outermost<T>(items: readonly T[], end: keyof Extent, cost: (item: T) => number | undefined): T | undefined {
  const costed = items.flatMap((item) => {
    const its = cost(item)
    return its === undefined ? [] : [{ item, cost: end === 'most' ? its : -its }]
  })
  return costed.reduce<(typeof costed)[number] | undefined>(
    (best, it) => (best && best.cost >= it.cost ? best : it),
    undefined
  )?.item
}
