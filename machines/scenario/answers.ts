import { bins, type SceneOf, type TaskResult, type TaskScene } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { type Facts, holds } from './conditions.ts'
import type { RunContext } from './context.ts'
import type { LearnerEvent } from './events.ts'

type EventOf<T extends LearnerEvent['type']> = Extract<LearnerEvent, { type: T }>

/** @returns the ids of the cues whose phrases can be marked in a scene, in reading order. */
export function cuesIn(scene: SceneOf<'cues'>): string[] {
  const found = scene.passages.flatMap((passage) => [...passage.text.matchAll(/\[[^\]]+\]\(([a-z0-9-]+)\)/g)])
  return [...new Set(found.map((match) => match[1] ?? ''))]
}

/** @returns whether every cue named is one of the scene's and named once. */
export function canFlag(scene: SceneOf<'cues'>, event: EventOf<'learner.flagged'>): boolean {
  const known = cuesIn(scene)
  return isSet(event.cues) && event.cues.every((cue) => known.includes(cue))
}

/** @returns whether exactly the marked cues are sorted, each into one of the bins. */
export function canSort(context: RunContext, event: EventOf<'learner.sorted'>): boolean {
  const marked = context.flagged[event.scene] ?? []
  return sameMembers(marked, Object.keys(event.bins)) && Object.values(event.bins).every((bin) => bins.includes(bin))
}

/** @returns whether the steps are the scene's own, each once. */
export function canOrder(scene: SceneOf<'order'>, event: EventOf<'learner.ordered'>): boolean {
  return sameMembers(
    scene.steps.map((step) => step.id),
    event.steps
  )
}

/** @returns whether every place holds one of its options. */
export function canFile(scene: SceneOf<'document'>, event: EventOf<'learner.filed'>): boolean {
  const places = scene.places.map((place) => place.id as string)
  if (!sameMembers(places, Object.keys(event.places))) return false
  return scene.places.every((place) => place.options.some((option) => option.id === event.places[place.id]))
}

/** @returns whether one to three of the scene's sentences are picked, each once. */
export function canHandOver(scene: SceneOf<'hand-over'>, event: EventOf<'learner.handed-over'>): boolean {
  const known = scene.sentences.map((sentence) => sentence.id)
  const { length } = event.sentences
  return (
    length >= 1 &&
    length <= 3 &&
    isSet(event.sentences) &&
    event.sentences.every((sentence) => known.includes(sentence))
  )
}

/** @returns the first result whose condition holds and whose answer fits. */
export function resultFor(
  scenario: Scenario,
  scene: TaskScene,
  facts: Facts,
  event: LearnerEvent
): TaskResult | undefined {
  const fits = answerTest(scenario, scene, event)
  return scene.results.find((result) => holds(scenario, result.when, facts) && fits(result))
}

function answerTest(scenario: Scenario, scene: TaskScene, event: LearnerEvent): (result: TaskResult) => boolean {
  if (scene.kind === 'cues') return sortTest(scenario, scene, event)
  if (scene.kind === 'order') return orderTest(scene, event)
  if (scene.kind === 'document') return fileTest(scene, event)
  return handOverTest(scene, event)
}

function sortTest(scenario: Scenario, scene: SceneOf<'cues'>, event: LearnerEvent) {
  const sorted = event.type === 'learner.sorted' ? event.bins : {}
  const isRight = (id: string) => sorted[id] === scenario.cues.find((cue) => cue.id === id)?.bin
  const isWrong = (id: string) => sorted[id] !== undefined && !isRight(id)
  return (result: TaskResult) => {
    const { right = [], wrong } = answerOf(scene, result)
    return right.every(isRight) && (wrong === undefined || wrong.some(isWrong))
  }
}

function orderTest(scene: SceneOf<'order'>, event: LearnerEvent) {
  const steps = event.type === 'learner.ordered' ? event.steps : []
  const isKept = (id: string) => {
    const pair = scene.precedence.find((known) => known.id === id)
    return pair !== undefined && steps.indexOf(pair.before) < steps.indexOf(pair.after)
  }
  return (result: TaskResult) => {
    const { keeps = [], breaks } = answerOf(scene, result)
    return keeps.every(isKept) && (breaks === undefined || breaks.some((id) => !isKept(id)))
  }
}

function fileTest(scene: SceneOf<'document'>, event: LearnerEvent) {
  const places = event.type === 'learner.filed' ? event.places : {}
  const fits = ([place, options]: [string, string[]]) => options.includes(places[place] ?? '')
  return (result: TaskResult) => {
    const { all = {}, any } = answerOf(scene, result)
    return Object.entries(all).every(fits) && (any === undefined || Object.entries(any).some(fits))
  }
}

function handOverTest(scene: SceneOf<'hand-over'>, event: LearnerEvent) {
  const picked = event.type === 'learner.handed-over' ? event.sentences : []
  return (result: TaskResult) => {
    const { all = [], any } = answerOf(scene, result)
    return all.every((id) => picked.includes(id)) && (any === undefined || any.some((id) => picked.includes(id)))
  }
}

function answerOf<S extends TaskScene>(_scene: S, result: TaskResult): NonNullable<S['results'][number]['answer']> {
  // The result is taken from this scene's own list, so its answer has this scene's form.
  return (result.answer ?? {}) as NonNullable<S['results'][number]['answer']>
}

function isSet(items: readonly string[]): boolean {
  return new Set(items).size === items.length
}

function sameMembers(expected: readonly string[], given: readonly string[]): boolean {
  return isSet(given) && given.length === expected.length && given.every((item) => expected.includes(item))
}
