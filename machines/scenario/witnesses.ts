import type { Scene, SceneOf } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { cuesIn, resultFor } from './answers.ts'
import { holds } from './conditions.ts'
import type { RunContext } from './context.ts'
import type { LearnerEvent } from './events.ts'

/**
 * @returns the acts worth trying in a state: every choice that is open, one answer per named result of
 * a task, going back and skipping where that is offered.
 */
export function witnesses(scenario: Scenario, scene: Scene, isSorting: boolean, context: RunContext): LearnerEvent[] {
  const acts: LearnerEvent[] = actsOfKind(scenario, scene, isSorting, context)
  if (scene.kind === 'document' && scene.goBack && holds(scenario, scene.goBack.when, context.facts)) {
    acts.push({ type: 'learner.returned', scene: scene.id })
  }
  if (scene.skip && !isSorting) acts.push({ type: 'learner.skipped', scene: scene.id })
  return acts
}

function actsOfKind(scenario: Scenario, scene: Scene, isSorting: boolean, context: RunContext): LearnerEvent[] {
  switch (scene.kind) {
    case 'narrative':
      return [{ type: 'learner.continued', scene: scene.id }]
    case 'first-impression':
      return scene.options.slice(0, 1).map((option) => ({ type: 'learner.chose', scene: scene.id, choice: option.id }))
    case 'choice':
    case 'words':
      return scene.choices
        .filter((choice) => holds(scenario, choice.when, context.facts))
        .map((choice) => ({ type: 'learner.chose', scene: scene.id, choice: choice.id }))
    case 'cues':
      return isSorting ? onePerResult(scenario, scene, context, sortings(scenario, scene, context)) : markings(scene)
    case 'order':
      return onePerResult(scenario, scene, context, orderings(scene))
    case 'document':
      return onePerResult(scenario, scene, context, filings(scene))
    case 'hand-over':
      return onePerResult(scenario, scene, context, handOvers(scene))
  }
}

function onePerResult(
  scenario: Scenario,
  scene: Extract<Scene, { results: unknown }>,
  context: RunContext,
  answers: Iterable<LearnerEvent>
): LearnerEvent[] {
  const found = new Map<string, LearnerEvent>()
  for (const answer of answers) {
    const result = resultFor(scenario, scene, context.facts, answer)
    if (result && !found.has(result.id)) found.set(result.id, answer)
    if (found.size === scene.results.length) break
  }
  return [...found.values()]
}

/** For each result, the marking that allows it; and marking nothing at all. */
function markings(scene: SceneOf<'cues'>): LearnerEvent[] {
  const known = cuesIn(scene)
  const wanted = scene.results.map(({ answer }) =>
    known.filter((cue) => answer?.right?.includes(cue) || answer?.wrong?.includes(cue))
  )
  const sets = [[], known.slice(0, 1), ...wanted]
  const distinct = new Map(sets.map((cues) => [cues.join(' '), cues]))
  return [...distinct.values()].map((cues) => ({ type: 'learner.flagged', scene: scene.id, cues }))
}

function* sortings(scenario: Scenario, scene: SceneOf<'cues'>, context: RunContext): Generator<LearnerEvent> {
  const marked = context.flagged[scene.id] ?? []
  const right = new Map(scenario.cues.map((cue) => [cue.id, cue.bin]))
  const sorted = (isWrong: (cue: string) => boolean): LearnerEvent => ({
    type: 'learner.sorted',
    scene: scene.id,
    bins: Object.fromEntries(
      marked.map((cue) => {
        const fits = right.get(cue) ?? 'keep-in-mind'
        return [cue, isWrong(cue) ? (fits === 'not-a-sign' ? 'changes-now' : 'not-a-sign') : fits]
      })
    )
  })
  yield sorted(() => false)
  for (const { answer } of scene.results) yield sorted((cue) => answer?.wrong?.includes(cue) ?? false)
  for (const one of marked) yield sorted((cue) => cue === one)
  yield sorted(() => true)
}

function* orderings(scene: SceneOf<'order'>): Generator<LearnerEvent> {
  for (const steps of permutations(scene.steps.map((step) => step.id)))
    yield { type: 'learner.ordered', scene: scene.id, steps }
}

function* filings(scene: SceneOf<'document'>): Generator<LearnerEvent> {
  const rows = scene.places.map((place) => place.options.map((option) => [place.id, option.id] as const))
  for (const entries of products(rows))
    yield { type: 'learner.filed', scene: scene.id, places: Object.fromEntries(entries) }
}

function* handOvers(scene: SceneOf<'hand-over'>): Generator<LearnerEvent> {
  const ids = scene.sentences.map((sentence) => sentence.id)
  for (const sentences of subsetsUpTo(3, ids))
    if (sentences.length > 0) yield { type: 'learner.handed-over', scene: scene.id, sentences }
}

function* permutations(items: readonly string[]): Generator<string[]> {
  if (items.length === 0) yield []
  for (const item of items) {
    for (const rest of permutations(items.filter((other) => other !== item))) yield [item, ...rest]
  }
}

function* products<T>(rows: readonly (readonly T[])[]): Generator<T[]> {
  const [first, ...others] = rows
  if (first === undefined) {
    yield []
    return
  }
  for (const item of first) for (const rest of products(others)) yield [item, ...rest]
}

function* subsetsUpTo(size: number, items: readonly string[]): Generator<string[]> {
  yield []
  if (size === 0) return
  for (const [index, item] of items.entries()) {
    for (const rest of subsetsUpTo(size - 1, items.slice(index + 1))) yield [item, ...rest]
  }
}
