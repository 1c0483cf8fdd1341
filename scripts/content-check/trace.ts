import type { Scenario } from '#content/schema.ts'
import type { Facts } from '#machines/scenario/conditions.ts'
import {
  type Exploration,
  type ExploredEdge,
  type ExploredState,
  explore,
  stateLimit
} from '#machines/scenario/explore.ts'
import { actInWords } from './act-in-words.ts'

type Wanted = { place: string; facts: Facts }
export type Trace = { isFound: boolean; lines: string[] }

/**
 * @returns the shortest path to a state of a scenario, act by act in words. A state is a scene or an ending, then
 * facts as `name=value`; where no path comes there, what was not found.
 */
export function traceState(scenario: Scenario, [place = '', ...assigned]: readonly string[]): Trace {
  const wanted = { place, facts: Object.fromEntries(assigned.map(assignment)) }
  const unknown = unknownIn(scenario, wanted)
  if (unknown !== undefined) return { isFound: false, lines: [unknown] }
  const exploration = explore(scenario, stateLimit, Object.keys(wanted.facts))
  const found = exploration.states.find((state) => fits(state, wanted))
  if (found === undefined) return { isFound: false, lines: [notFound(exploration, wanted)] }
  return { isFound: true, lines: pathLines(exploration, found) }
}

function assignment(text: string): [string, boolean | string] {
  const [name = '', value = 'true'] = text.split('=')
  return [name, value === 'true' || value === 'false' ? value === 'true' : value]
}

function unknownIn({ id, scenes, endings, facts }: Scenario, wanted: Wanted): string | undefined {
  const places = [...scenes, ...endings].map((it) => it.id)
  if (!places.includes(wanted.place))
    return `${id} has no scene or ending "${wanted.place}": name one of ${places.join(', ')}`
  const names = ['role', 'duty', ...Object.keys(facts)]
  const lost = Object.keys(wanted.facts).find((name) => !names.includes(name))
  return lost === undefined ? undefined : `${id} has no fact "${lost}": name one of ${names.join(', ')}`
}

function fits({ scene, ending, facts }: ExploredState, wanted: Wanted): boolean {
  if ((scene?.id ?? ending) !== wanted.place) return false
  return Object.entries(wanted.facts).every(([name, value]) => facts[name] === value)
}

function notFound({ states }: Exploration, { place, facts }: Wanted): string {
  const there = states.filter((state) => (state.scene?.id ?? state.ending) === place)
  if (there.length === 0) return `no path comes to "${place}"`
  const values = Object.keys(facts).map(
    (name) => `${name} is ${[...new Set(there.map((state) => String(state.facts[name])))].join(' or ')}`
  )
  return `no path comes to "${place}" with ${listOf(facts)}; there ${values.join(', ')}`
}

function pathLines({ states }: Exploration, end: ExploredState): string[] {
  const acts: ExploredEdge[] = []
  let state: ExploredState | undefined = end
  while (state?.parent) {
    acts.unshift(state.parent)
    state = states[state.parent.from]
  }
  const lines = acts.flatMap((edge) => {
    const scene = states[edge.from]?.scene
    return scene ? [`${scene.id}, “${scene.heading}”: ${actInWords(scene, edge)}`] : []
  })
  return [
    `as ${end.facts.role}, duty ${end.facts.duty}`,
    ...lines.map((line, index) => `${index + 1}. ${line}`),
    `then ${end.scene?.id ?? end.ending}, with ${listOf(end.facts)}`
  ]
}

function listOf(facts: Facts): string {
  return Object.entries(facts)
    .filter(([name]) => name !== 'role' && name !== 'duty')
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
}
