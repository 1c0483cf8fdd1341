import type { Reasoned, SceneOf } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { visible } from './conditions.ts'
import type { RunContext } from './context.ts'
import type { PathStep } from './path.ts'

/** One part of a task as the learner did it. `isKept` is null where a part is explained and not judged. */
export type TaskPart = { label: string | null; text: string; isKept: boolean | null; why: Reasoned }

/** @returns the parts of the task a step answered: pairs of steps, places and what they hold, or sentences. */
export function taskParts({ scene }: PathStep, context: RunContext): TaskPart[] {
  const answer = context.answers[scene.id]
  if (answer === undefined) return []
  if (scene.kind === 'document' && !isList(answer)) return filedParts(scene, answer)
  if (!isList(answer)) return []
  if (scene.kind === 'order') return orderedParts(scene, answer)
  return scene.kind === 'hand-over' ? saidParts(scene, answer) : []
}

/** @returns what the recommended result of a document or hand-over task asks for and the answer does not have. */
export function taskRecommended(scenario: Scenario, { scene, facts }: PathStep, context: RunContext): string[] {
  const answer = context.answers[scene.id]
  if (answer === undefined) return []
  if (scene.kind === 'document' && !isList(answer)) {
    const best = visible(scenario, scene.results, facts).find((result) => result.quality === 'recommended')
    return Object.entries(best?.answer?.all ?? {})
      .filter(([place, options]) => !options.includes(answer[place] ?? ''))
      .map(([place, options]) => placeHolding(scene, place, options))
  }
  if (scene.kind !== 'hand-over' || !isList(answer)) return []
  const best = visible(scenario, scene.results, facts).find((result) => result.quality === 'recommended')
  return (best?.answer?.all ?? []).filter((id) => !answer.includes(id)).map((id) => textOf(scene.sentences, id))
}

type Answer = RunContext['answers'][string]
type Texts = readonly { id: string; text: string }[]

function isList(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer)
}

function orderedParts(scene: SceneOf<'order'>, steps: readonly string[]): TaskPart[] {
  return scene.precedence.map(({ before, after, because }) => ({
    label: null,
    text: `“${textOf(scene.steps, before)}” before “${textOf(scene.steps, after)}”`,
    isKept: steps.indexOf(before) < steps.indexOf(after),
    why: because
  }))
}

function filedParts(scene: SceneOf<'document'>, places: Exclude<Answer, readonly string[]>): TaskPart[] {
  return scene.places.flatMap((place) => {
    const held = place.options.find((option) => option.id === places[place.id])
    return held ? [{ label: place.label, text: held.text, isKept: null, why: held.because }] : []
  })
}

function saidParts(scene: SceneOf<'hand-over'>, sentences: readonly string[]): TaskPart[] {
  return scene.sentences
    .filter((sentence) => sentences.includes(sentence.id))
    .map(({ text, because }) => ({ label: null, text, isKept: null, why: because }))
}

function placeHolding(scene: SceneOf<'document'>, id: string, options: readonly string[]): string {
  const place = scene.places.find((known) => known.id === id)
  const texts = options.map((option) => textOf(place?.options ?? [], option))
  return `${place?.label ?? id}: ${texts.join(' Or: ')}`
}

function textOf(texts: Texts, id: string): string {
  return texts.find((known) => known.id === id)?.text ?? id
}
