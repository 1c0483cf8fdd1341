import { loadScenarios } from '#content/load.ts'
import type { Scenario } from '#content/schema.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { type ExploredEdge, type ExploredState, explore } from '#machines/scenario/explore.ts'

/** The case the browser takes, as the server reads it. */
export const sc01: Scenario = offered('sc01')

const exploration = explore(sc01)
const edgesFrom = Map.groupBy(exploration.edges, (edge) => edge.from)

type Test = (state: ExploredState) => boolean

/** One part of a way: where it leads, and the acts it may use. */
type Leg = [isThere: Test, by?: (edge: ExploredEdge) => boolean]

/**
 * @returns the answers that lead from the start, where duties are unknown, along the given legs, each the shortest.
 * Without a rule of its own a leg passes over nothing.
 */
export function answersAlong(...legs: Leg[]): LearnerEvent[] {
  let state = startState()
  return legs.flatMap(([isThere, by = isTaken]) => {
    const edges = shortest(state, isThere, by)
    state = edges.at(-1)?.to ?? state
    return edges.map(({ event }) => event)
  })
}

/** @returns a test for the scene with this id, or the ending with it. */
export function at(id: string): Test {
  return ({ scene, ending, isSorting }) => (scene?.id === id || ending === id) && !isSorting
}

/** Only what is recommended, and nothing passed over: the path with full marks. */
export function isRecommended({ outcome, event }: ExploredEdge): boolean {
  return event.type !== 'learner.skipped' && (outcome === undefined || outcome.quality === 'recommended')
}

function isTaken({ event }: ExploredEdge): boolean {
  return event.type !== 'learner.skipped'
}

/** Through every kind of scene and act, with one harm, its repair and one way back. */
export const everyKind = answersAlong(
  [({ isSorting }) => isSorting],
  [at('mend-asked')],
  [({ facts, scene }) => scene?.id === 'document' && facts.askedReaders === false],
  [at('ask-late')],
  [at('home')]
)

/** @returns the heading of a scene or the title of an ending. */
export function headingOf(id: string): string {
  const found = sc01.scenes.find((scene) => scene.id === id)?.heading ?? sc01.endings.find((it) => it.id === id)?.title
  if (found === undefined) throw new Error(`${sc01.id} has no "${id}"`)
  return found
}

function shortest(from: number, isThere: Test, by: (edge: ExploredEdge) => boolean): ExploredEdge[] {
  const cameBy = new Map<number, ExploredEdge | undefined>([[from, undefined]])
  for (const index of cameBy.keys()) {
    const state = exploration.states[index]
    if (index !== from && state && isThere(state)) return trail(cameBy, index)
    for (const edge of edgesFrom.get(index) ?? []) {
      if (by(edge) && !cameBy.has(edge.to)) cameBy.set(edge.to, edge)
    }
  }
  throw new Error(`No path of ${sc01.id} leads there`)
}

function trail(cameBy: Map<number, ExploredEdge | undefined>, to: number): ExploredEdge[] {
  const edge = cameBy.get(to)
  return edge ? [...trail(cameBy, edge.from), edge] : []
}

function startState(): number {
  const start = exploration.starts.find(
    (index) => exploration.states[index]?.started.duties.adultTrafficking === 'unknown'
  )
  if (start === undefined) throw new Error(`${sc01.id} has no start with an unknown duty`)
  return start
}

function offered(id: string): Scenario {
  const found = loadScenarios().find(({ scenario }) => scenario.id === id)
  if (!found) throw new Error(`There is no scenario "${id}"`)
  return found.scenario
}
