import type { SceneOf } from '#content/scene-schema.ts'
import { type Scenario, sharedFacts } from '#content/schema.ts'
import { factsRead } from '../conditions.ts'
import type { Exploration, ExploredEdge } from '../explore.ts'
import { firstAtEachPlace, pathOfScene } from './places.ts'
import type { CheckedScenario, Finding } from './rule.ts'
import { traceTo } from './trace.ts'

/**
 * What a documenting task rests on could be asked: where it was not, some act on the way offered it, or the task
 * offers to go back.
 */
export function documentNeverAsked({ scenario, exploration }: CheckedScenario): Finding[] {
  const found = scenario.scenes.flatMap((scene) => {
    if (scene.kind !== 'document') return []
    return factsItRestsOn(scenario, scene).flatMap((fact) => neverAsked(scenario, exploration, scene, fact))
  })
  return firstAtEachPlace(found)
}

/** Flags of the author's own that the right result or the list of readers reads; those with a shared meaning are not asked. */
function factsItRestsOn({ facts }: Scenario, { places, results }: SceneOf<'document'>): string[] {
  const right = results.filter(({ quality }) => quality === 'recommended')
  const conditions = [...right, ...places.flatMap(({ readers }) => readers)].map(({ when }) => when)
  const shared: readonly string[] = sharedFacts
  return [...new Set(conditions.flatMap(factsRead))].filter(
    (name) => facts[name]?.kind === 'flag' && !shared.includes(name)
  )
}

function neverAsked(scenario: Scenario, exploration: Exploration, scene: SceneOf<'document'>, fact: string): Finding[] {
  const { states, edges } = exploration
  const back = new Set(edges.filter(({ option }) => option === 'back').map(({ from }) => from))
  const ways = waysWithoutAsking(exploration, fact)
  const caught = states.find(
    (state) => state.scene === scene && ways.has(state.index) && state.facts[fact] !== true && !back.has(state.index)
  )
  const way = caught && ways.get(caught.index)
  if (way === undefined) return []
  return [
    {
      path: pathOfScene(scenario, scene.id),
      message: `what is right in "${scene.id}" rests on "${fact}", and a path comes here on which it could not be asked: offer to ask it on the way, or give the task a "goBack" for it`,
      trace: traceTo(exploration, way[0]?.from ?? caught?.index ?? 0, way)
    }
  ]
}

/** For each state that a run can come to without any act on offer that makes the fact true: such a run. */
function waysWithoutAsking({ states, edges, starts }: Exploration, fact: string): Map<number, ExploredEdge[]> {
  const isTrue = (index: number) => states[index]?.facts[fact] === true
  const offers = new Set(edges.filter(({ from, to }) => !isTrue(from) && isTrue(to)).map(({ from }) => from))
  const out = Map.groupBy(edges, ({ from }) => from)
  const ways = new Map<number, ExploredEdge[]>(starts.map((start) => [start, []]))
  // A map yields entries added while it is walked.
  for (const [index, way] of ways) {
    if (offers.has(index)) continue
    for (const edge of out.get(index) ?? []) if (!ways.has(edge.to)) ways.set(edge.to, [...way, edge])
  }
  return ways
}
