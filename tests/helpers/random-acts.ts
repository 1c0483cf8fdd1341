import fc from 'fast-check'
import { bins } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import type { ActView, SceneView } from '#machines/scenario/view.ts'

const idsOf = (parts: readonly { id: string }[]) => parts.map((part) => part.id)

/** @returns a way to draw one value after another, the same for the same number. */
export function drawsFrom(luck: number): <T>(from: fc.Arbitrary<T>) => T {
  let drawn = 0
  return (from) => {
    drawn += 1
    const [value] = fc.sample(from, { seed: luck + drawn, numRuns: 1 })
    // A sample of one holds one value.
    return value as typeof value & {}
  }
}

/** @returns any act that the page offers. */
export function offeredAct(view: SceneView): fc.Arbitrary<LearnerEvent> {
  const { scene } = view
  const acts: fc.Arbitrary<LearnerEvent>[] = [answerTo(scene, view.act)]
  if (view.canSkip) acts.push(fc.constant({ type: 'learner.skipped', scene }))
  if (view.act.kind === 'file' && view.act.goBack) acts.push(fc.constant({ type: 'learner.returned', scene }))
  return fc.oneof(...acts)
}

function answerTo(scene: string, act: ActView): fc.Arbitrary<LearnerEvent> {
  switch (act.kind) {
    case 'continue':
      return fc.constant({ type: 'learner.continued', scene })
    case 'choose':
      return fc.constantFrom(...idsOf(act.options)).map((choice) => ({ type: 'learner.chose', scene, choice }))
    case 'flag':
      return fc.shuffledSubarray(cuesOf(act)).map((cues) => ({ type: 'learner.flagged', scene, cues }))
    case 'sort': {
      const intoBins = act.marked.map(({ cue }) => [cue, fc.constantFrom(...bins)] as const)
      return fc.record(Object.fromEntries(intoBins)).map((sorted) => ({ type: 'learner.sorted', scene, bins: sorted }))
    }
    case 'order': {
      const steps = idsOf(act.steps)
      const all = { minLength: steps.length }
      return fc.shuffledSubarray(steps, all).map((order) => ({ type: 'learner.ordered', scene, steps: order }))
    }
    case 'file': {
      const filled = act.places.map((place) => [place.id, fc.constantFrom(...idsOf(place.options))] as const)
      return fc.record(Object.fromEntries(filled)).map((places) => ({ type: 'learner.filed', scene, places }))
    }
    case 'hand-over': {
      const sentences = fc.shuffledSubarray(idsOf(act.sentences), { minLength: 1, maxLength: 3 })
      return sentences.map((picked) => ({ type: 'learner.handed-over', scene, sentences: picked }))
    }
  }
}

/** @returns an act as a forged form might send it: one the page offers with a part changed, or one made up of ids. */
export function forgedAct(scenario: Scenario, view: SceneView): fc.Arbitrary<LearnerEvent> {
  const id = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...idsIn(view.act), view.scene) },
    { weight: 2, arbitrary: fc.constantFrom(...allIds(scenario)) },
    { weight: 1, arbitrary: fc.constantFrom('', 'no-such-id', 'continue', 'skip', 'back', 'constructor', '__proto__') }
  )
  const changed = fc.tuple(offeredAct(view), fc.array(id, { maxLength: 1 }), fc.nat()).map(changedAct)
  return fc.oneof(changed, madeUpAct(scenario, view, id))
}

/** Leaves a part of an answer out, or puts another id in its place. */
function changedAct([act, instead, at]: [LearnerEvent, string[], number]): LearnerEvent {
  const changed = Object.entries(act).map(([field, value]) => {
    if (field === 'choice') return [field, instead[0] ?? value]
    if (Array.isArray(value)) return [field, value.toSpliced(at % (value.length + 1), 1, ...instead)]
    if (typeof value !== 'object') return [field, value]
    const entries = Object.entries(value)
    const inPlace = instead.map((id): [string, unknown] => (at % 2 === 0 ? [id, Object.values(value)[0]] : [id, id]))
    return [field, Object.fromEntries(entries.toSpliced(at % (entries.length + 1), 1, ...inPlace))]
  })
  // A forged act has the fields of an act and need not have its values: that is what is tried.
  return Object.fromEntries(changed) as LearnerEvent
}

function madeUpAct(scenario: Scenario, view: SceneView, id: fc.Arbitrary<string>): fc.Arbitrary<LearnerEvent> {
  const scenes = ['no-such-id', ...idsOf(scenario.scenes)]
  const scene = fc.oneof({ weight: 4, arbitrary: fc.constant(view.scene) }, fc.constantFrom(...scenes))
  const list = fc.array(id, { maxLength: 7 })
  const bin = fc.constantFrom<string>(...bins, 'no-such-bin')
  return fc.oneof(
    fc.record({ type: fc.constantFrom('learner.continued', 'learner.skipped', 'learner.returned'), scene }),
    fc.record({ type: fc.constant('learner.chose'), scene, choice: id }),
    fc.record({ type: fc.constant('learner.flagged'), scene, cues: list }),
    fc.record({ type: fc.constant('learner.sorted'), scene, bins: fc.dictionary(id, bin) }),
    fc.record({ type: fc.constant('learner.ordered'), scene, steps: list }),
    fc.record({ type: fc.constant('learner.filed'), scene, places: fc.dictionary(id, id) }),
    fc.record({ type: fc.constant('learner.handed-over'), scene, sentences: list })
    // As above: the values are made up.
  ) as fc.Arbitrary<LearnerEvent>
}

/** @returns whether the page offers the act: judged by what is shown alone, apart from the machine. */
export function isOffered(view: SceneView, event: LearnerEvent): boolean {
  const { act } = view
  if (event.scene !== view.scene) return false
  switch (event.type) {
    case 'learner.continued':
      return act.kind === 'continue'
    case 'learner.skipped':
      return view.canSkip
    case 'learner.returned':
      return act.kind === 'file' && act.goBack !== null
    case 'learner.chose':
      return act.kind === 'choose' && idsOf(act.options).includes(event.choice)
    case 'learner.flagged':
      return act.kind === 'flag' && isSubset(event.cues, cuesOf(act))
    case 'learner.sorted':
      return (
        act.kind === 'sort' &&
        isPermutation(
          Object.keys(event.bins),
          act.marked.map((it) => it.cue)
        ) &&
        Object.values(event.bins).every((bin) => bins.includes(bin))
      )
    case 'learner.ordered':
      return act.kind === 'order' && isPermutation(event.steps, idsOf(act.steps))
    case 'learner.filed':
      return (
        act.kind === 'file' &&
        isPermutation(Object.keys(event.places), idsOf(act.places)) &&
        act.places.every((place) => idsOf(place.options).includes(event.places[place.id] ?? ''))
      )
    case 'learner.handed-over':
      return (
        act.kind === 'hand-over' &&
        event.sentences.length >= 1 &&
        event.sentences.length <= 3 &&
        isSubset(event.sentences, idsOf(act.sentences))
      )
  }
}

function cuesOf(act: Extract<ActView, { kind: 'flag' }>): string[] {
  const parts = act.passages.flatMap((passage) => passage.parts)
  return [...new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [part.cue])))]
}

function idsIn(act: ActView): string[] {
  if (act.kind === 'choose') return idsOf(act.options)
  if (act.kind === 'flag') return cuesOf(act)
  if (act.kind === 'sort') return act.marked.map((it) => it.cue)
  if (act.kind === 'order') return idsOf(act.steps)
  if (act.kind === 'hand-over') return idsOf(act.sentences)
  return act.kind === 'file' ? act.places.flatMap((place) => [place.id, ...idsOf(place.options)]) : []
}

function allIds(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  const own = 'id' in part && typeof part.id === 'string' ? [part.id] : []
  return [...own, ...Object.values(part).flatMap(allIds)]
}

function isSubset(items: readonly string[], of: readonly string[]): boolean {
  return new Set(items).size === items.length && items.every((item) => of.includes(item))
}

function isPermutation(items: readonly string[], of: readonly string[]): boolean {
  return items.length === of.length && isSubset(items, of)
}
