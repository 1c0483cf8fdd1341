import type { Scene } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { countWords, minutesPerDecision, wordsPerMinute } from '../pace.ts'
import { visible } from './conditions.ts'
import type { Exploration, ExploredEdge, ExploredState } from './explore.ts'
import { passageView } from './passages.ts'

export const debriefMinutes = 2

export type Extent = { least: number; most: number }
export type Cost = { minutes: number; words: number; scenes: number }
/** By state; undefined where no way leads to an ending. */
export type Costs = readonly (Cost | undefined)[]
/** What walking costs: whole runs from a start, and what is left from each scene, debrief included. */
export type RunMeasure = {
  minutes: Extent
  words: Extent
  scenes: Extent
  left: Map<string, Extent>
  /** By state, what the cheapest and the dearest way to an ending costs. */
  fromState: { least: Costs; most: Costs }
}

/**
 * Measures every path of an explored scenario at 200 words a minute, 20 seconds a decision and two
 * minutes of debrief. A path that ends in a dead end is not measured.
 * @returns undefined where the explored graph has a cycle, so that a path could go on for ever, or no ending
 */
export function measureRuns(scenario: Scenario, exploration: Exploration): RunMeasure | undefined {
  const order = endingsFirst(exploration)
  if (order === undefined) return undefined
  const out = edgesByState(exploration)
  const least: (Cost | undefined)[] = []
  const most: (Cost | undefined)[] = []
  for (const index of order) {
    const state = exploration.states[index]
    if (state === undefined) continue
    const ways = out.get(index) ?? []
    least[index] = costFrom(scenario, state, ways, Math.min, least)
    most[index] = costFrom(scenario, state, ways, Math.max, most)
  }
  if (exploration.starts.every((start) => least[start] === undefined)) return undefined
  return summarize(exploration, least, most)
}

/** @returns whole minutes left from a scene, halfway between the shortest and the longest way on. */
export function minutesLeft(measure: RunMeasure, scene: string): number {
  const left = measure.left.get(scene)
  return left ? Math.max(1, Math.round((left.least + left.most) / 2)) : debriefMinutes
}

/** @returns the number of words a scene shows in a state, its prompt and options among them. */
export function wordsOfScene(scenario: Scenario, scene: Scene, facts: ExploredState['facts']): number {
  const blocks = visible(scenario, scene.text, facts).map((block) => ('p' in block ? block.p : block.says))
  return countWords([scene.heading, ...blocks, ...wordsOfAct(scenario, scene, facts)].join(' '))
}

function wordsOfAct(scenario: Scenario, scene: Scene, facts: ExploredState['facts']): string[] {
  switch (scene.kind) {
    case 'narrative':
      return [scene.continue.label]
    case 'first-impression':
      return [scene.prompt, ...scene.options.map((option) => option.text)]
    case 'choice':
    case 'words':
      return [scene.prompt, ...visible(scenario, scene.choices, facts).map((choice) => choice.text)]
    case 'cues':
      return [
        scene.prompt,
        ...scene.passages.flatMap(({ heading, ...passage }) => [heading, plainText({ heading, ...passage })])
      ]
    case 'order':
      return [scene.prompt, ...scene.steps.map((step) => step.text)]
    case 'document':
      return [
        scene.prompt,
        ...scene.places.flatMap((place) => [
          place.label,
          ...visible(scenario, place.readers, facts).map((reader) => reader.text),
          ...place.options.map((option) => option.text)
        ])
      ]
    case 'hand-over':
      return [scene.prompt, ...scene.sentences.map((sentence) => sentence.text)]
  }
}

function plainText(passage: Parameters<typeof passageView>[0]): string {
  return passageView(passage)
    .parts.map((part) => (typeof part === 'string' ? part : part.phrase))
    .join('')
}

function costOfState(scenario: Scenario, state: ExploredState): Cost {
  if (state.scene === undefined) return { minutes: debriefMinutes, words: 0, scenes: 0 }
  if (state.isSorting) return { minutes: 0, words: 0, scenes: 0 }
  const words = wordsOfScene(scenario, state.scene, state.facts)
  return { minutes: words / wordsPerMinute, words, scenes: 1 }
}

/** @returns what taking an act costs: its decision, and the words of its consequence. */
export function costOfEdge({ event, option, outcome }: ExploredEdge): Cost {
  const words = outcome ? countWords(outcome.consequence.text) : 0
  const isDecision = option !== 'mark' && event.type !== 'learner.continued'
  return { minutes: words / wordsPerMinute + (isDecision ? minutesPerDecision : 0), words, scenes: 0 }
}

function costFrom(
  scenario: Scenario,
  state: ExploredState,
  ways: readonly ExploredEdge[],
  choose: (...values: number[]) => number,
  known: Costs
): Cost | undefined {
  const here = costOfState(scenario, state)
  if (state.ending !== undefined) return here
  const after = ways.flatMap((edge) => {
    const rest = known[edge.to]
    return rest ? [add(costOfEdge(edge), rest)] : []
  })
  if (after.length === 0) return undefined
  const best = (of: keyof Cost) => choose(...after.map((cost) => cost[of]))
  return add(here, { minutes: best('minutes'), words: best('words'), scenes: best('scenes') })
}

function add(a: Cost, b: Cost): Cost {
  return { minutes: a.minutes + b.minutes, words: a.words + b.words, scenes: a.scenes + b.scenes }
}

function summarize({ states, starts }: Exploration, least: Costs, most: Costs): RunMeasure {
  const extent = (of: keyof Cost, indexes: readonly number[]): Extent => ({
    least: Math.min(...indexes.flatMap((index) => least[index]?.[of] ?? [])),
    most: Math.max(...indexes.flatMap((index) => most[index]?.[of] ?? []))
  })
  const measured = states.filter((state) => !state.isSorting && least[state.index] !== undefined)
  const byScene = Map.groupBy(measured, (state) => state.scene?.id ?? state.ending ?? '')
  const left = [...byScene].map(([scene, at]) => {
    const indexes = at.map((state) => state.index)
    return [scene, extent('minutes', indexes)] as const
  })
  return {
    minutes: extent('minutes', starts),
    words: extent('words', starts),
    scenes: extent('scenes', starts),
    left: new Map(left),
    fromState: { least, most }
  }
}

/** @returns the edges that leave each state. */
export function edgesByState({ edges }: Exploration): Map<number, ExploredEdge[]> {
  return Map.groupBy(edges, (edge) => edge.from)
}

/** Orders states so that each comes after all it leads to; undefined where there is a cycle. */
function endingsFirst(exploration: Exploration): number[] | undefined {
  const into = Map.groupBy(exploration.edges, (edge) => edge.to)
  const waiting = exploration.states.map(() => 0)
  for (const edge of exploration.edges) waiting[edge.from] = (waiting[edge.from] ?? 0) + 1
  const order = exploration.states.filter((state) => waiting[state.index] === 0).map((state) => state.index)
  for (const index of order) {
    for (const edge of into.get(index) ?? []) {
      waiting[edge.from] = (waiting[edge.from] ?? 0) - 1
      if (waiting[edge.from] === 0) order.push(edge.from)
    }
  }
  return order.length === exploration.states.length ? order : undefined
}
