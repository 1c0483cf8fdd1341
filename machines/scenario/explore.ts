import type { Outcome, Scene } from '#content/scene-schema.ts'
import { type DutyLevel, dutyKinds, dutyLevels, type Scenario } from '#content/schema.ts'
import { compileScenario, placeOf } from './compile.ts'
import type { Facts } from './conditions.ts'
import type { RunContext } from './context.ts'
import type { AttemptStarted, LearnerEvent } from './events.ts'
import { allFactsRead, liveFacts } from './live-facts.ts'
import { outcomeOf } from './path.ts'
import { type RunSnapshot, startRun, takeAct } from './run.ts'
import { witnesses } from './witnesses.ts'

/** More reachable states than this is a fault of the scenario. */
export const stateLimit = 20_000

export type ExploredEdge = { from: number; to: number; event: LearnerEvent; option: string; outcome?: Outcome }

/** One state a run can be in, as far as its future is concerned. */
export type ExploredState = {
  index: number
  /** Undefined at an ending. */
  scene?: Scene
  /** Undefined in a scene. */
  ending?: string
  isSorting: boolean
  facts: Facts
  openHarms: readonly string[]
  started: AttemptStarted
  /** The edge by which the walk first came here; undefined for a start. */
  parent?: ExploredEdge
}

export type Exploration = {
  states: ExploredState[]
  edges: ExploredEdge[]
  starts: number[]
  /** The facts that vary most, where the limit was passed and the walk stopped. */
  tooManyBecauseOf?: string[]
}

/**
 * Walks all reachable states of a scenario breadth-first over the machine's own pure transition. States that differ
 * only in facts nobody reads any more are one, but for the facts in `kept`.
 */
export function explore(scenario: Scenario, limit = stateLimit, kept: readonly string[] = []): Exploration {
  const machine = compileScenario(scenario)
  const keyOf = keyMaker(scenario, kept)
  const states: ExploredState[] = []
  const edges: ExploredEdge[] = []
  const snapshots: RunSnapshot[] = []
  const known = new Map<string, number>()
  const visit = (snapshot: RunSnapshot, started: AttemptStarted, parent?: ExploredEdge): number => {
    const key = keyOf(snapshot)
    const seen = known.get(key)
    if (seen !== undefined) return seen
    const index = states.length
    known.set(key, index)
    snapshots.push(snapshot)
    states.push({
      index,
      ...standing(scenario, snapshot),
      started,
      ...(parent && { parent: { ...parent, to: index } })
    })
    return index
  }
  const starts = startsOf(scenario).map((started) => visit(startRun(machine, started), started))
  for (let at = 0; at < states.length; at += 1) {
    const [state, snapshot] = [states[at], snapshots[at]]
    if (state?.scene === undefined || snapshot === undefined) continue
    if (states.length > limit) return { states, edges, starts, tooManyBecauseOf: busiestFacts(states) }
    for (const event of witnesses(scenario, state.scene, state.isSorting, snapshot.context)) {
      const next = takeAct(machine, snapshot, event)
      if (next === undefined) continue
      const edge = { from: at, to: -1, event, ...optionTaken(state.scene, snapshot.context, next.context) }
      edges.push({ ...edge, to: visit(next, state.started, edge) })
    }
  }
  return { states, edges, starts }
}

/** @returns the events that lead from a start to a state, the first event of the log among them. */
export function pathTo(exploration: Exploration, index: number): { started: AttemptStarted; events: LearnerEvent[] } {
  const events: LearnerEvent[] = []
  let state = exploration.states[index]
  while (state?.parent) {
    events.unshift(state.parent.event)
    state = exploration.states[state.parent.from]
  }
  if (state === undefined) throw new Error(`No state ${index} was explored`)
  return { started: state.started, events }
}

/** @returns a first event for each start that can lead elsewhere: each part, and each level of the duty where it is read. */
export function startsOf(scenario: Scenario): AttemptStarted[] {
  const levels: readonly DutyLevel[] = allFactsRead(scenario).has('duty') ? dutyLevels : ['unknown']
  return scenario.roles.flatMap((role) => levels.map((level) => startedAs(scenario, role, level)))
}

function startedAs(scenario: Scenario, role: string, level: DutyLevel): AttemptStarted {
  const duties = Object.fromEntries(dutyKinds.map((kind) => [kind, kind === scenario.duty ? level : 'unknown']))
  return {
    type: 'attempt.started',
    seed: 'explore',
    role,
    jurisdiction: 'unknown',
    // Every kind of duty is a key: the entries come from the list of kinds itself.
    duties: duties as AttemptStarted['duties'],
    content: { id: scenario.id, version: scenario.version, hash: 'explore' }
  }
}

function standing(scenario: Scenario, snapshot: RunSnapshot): Omit<ExploredState, 'index' | 'started'> {
  const place = placeOf(snapshot.value)
  const context: RunContext = snapshot.context
  const common = { isSorting: place.isSorting, facts: context.facts, openHarms: context.openHarms }
  if (place.phase === 'debrief') return { ...common, ending: place.scene }
  const scene = scenario.scenes.find((known) => known.id === place.scene)
  return { ...common, ...(scene && { scene }) }
}

function keyMaker(scenario: Scenario, kept: readonly string[]): (snapshot: RunSnapshot) => string {
  const live = liveFacts(scenario)
  return (snapshot) => {
    const place = placeOf(snapshot.value)
    const context: RunContext = snapshot.context
    const names = new Set([...(live.get(place.scene) ?? []), ...kept])
    const facts = [...names].sort().map((fact) => `${fact}=${context.facts[fact]}`)
    const marked = place.isSorting ? (context.flagged[place.scene] ?? []) : []
    return [place.scene, place.isSorting, ...marked, '|', ...[...context.openHarms].sort(), '|', ...facts].join(' ')
  }
}

function optionTaken(scene: Scene, before: RunContext, after: RunContext): { option: string; outcome?: Outcome } {
  if (after.taken.length === before.taken.length) return { option: 'mark' }
  const option = after.taken.at(-1)?.option ?? ''
  const outcome = outcomeOf(scene, option)
  return { option, ...(outcome && { outcome }) }
}

function busiestFacts(states: readonly ExploredState[]): string[] {
  const names = Object.keys(states[0]?.facts ?? {})
  const ofCommonest = (name: string) => {
    const counts = new Map<unknown, number>()
    for (const { facts } of states) counts.set(facts[name], (counts.get(facts[name]) ?? 0) + 1)
    return Math.max(...counts.values())
  }
  return names.sort((a, b) => ofCommonest(a) - ofCommonest(b)).slice(0, 3)
}
