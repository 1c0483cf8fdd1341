import type { Scene, SceneOf } from '#content/scene-schema.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { phraseOf } from '#machines/scenario/passages.ts'
import { sceneNamed } from '#machines/scenario/path.ts'
import { sc01 } from '../paths.ts'

/** A control of a scene's form by role and label; `group` is the legend it stands under, `option` what to choose in it. */
export type Control = { role: 'radio' | 'checkbox' | 'combobox'; name: string; group?: string; option?: string }

const binWords = {
  'changes-now': 'Changes what I do now',
  'keep-in-mind': 'Keep in mind',
  'not-a-sign': 'Not a sign'
} as const

/** @returns the controls to work for an answer, in the words the page gives them. */
export function controlsOf(answer: LearnerEvent): Control[] {
  const scene = sceneNamed(sc01, answer.scene)
  switch (answer.type) {
    case 'learner.chose':
      return [{ role: 'radio', name: choiceText(scene, answer.choice) }]
    case 'learner.flagged':
      return answer.cues.map((cue) => ({ role: 'checkbox', name: phraseOf(asKind(scene, 'cues'), cue) }))
    case 'learner.sorted':
      return Object.entries(answer.bins).map(([cue, bin]) => ({
        role: 'radio',
        name: binWords[bin],
        group: phraseOf(asKind(scene, 'cues'), cue)
      }))
    case 'learner.ordered':
      return answer.steps.map((step, index) => ({
        role: 'combobox',
        name: textOf(asKind(scene, 'order').steps, step),
        option: String(index + 1)
      }))
    case 'learner.filed':
      return filing(asKind(scene, 'document'), answer.places)
    case 'learner.handed-over':
      return answer.sentences.map((id) => ({
        role: 'checkbox',
        name: textOf(asKind(scene, 'hand-over').sentences, id)
      }))
    default:
      return []
  }
}

/** @returns the words on the button that sends an answer. */
export function buttonOf(answer: LearnerEvent): string {
  const scene = sceneNamed(sc01, answer.scene)
  switch (answer.type) {
    case 'learner.continued':
      return asKind(scene, 'narrative').continue.label
    case 'learner.returned':
      return asKind(scene, 'document').goBack?.label ?? ''
    case 'learner.skipped':
      return 'Pass over this scene'
    case 'learner.chose':
      return scene.kind === 'first-impression' ? 'Keep this thought' : scene.kind === 'words' ? 'Say this' : 'Do this'
    case 'learner.flagged':
      return answer.cues.length > 0 ? 'Go on and sort what I marked' : 'Go on without marking anything'
    case 'learner.sorted':
      return 'Sort them this way'
    case 'learner.ordered':
      return 'Do it in this order'
    case 'learner.filed':
      return 'File it this way'
    case 'learner.handed-over':
      return 'Hand over with these words'
  }
}

function filing(scene: SceneOf<'document'>, chosen: Record<string, string>): Control[] {
  return scene.places.map((place) => ({
    role: 'radio',
    name: textOf(place.options, chosen[place.id] ?? ''),
    group: place.label
  }))
}

function choiceText(scene: Scene, id: string): string {
  if (scene.kind === 'first-impression') return textOf(scene.options, id)
  return textOf('choices' in scene ? scene.choices : [], id)
}

function textOf(options: readonly { id: string; text: string }[], id: string): string {
  const found = options.find((option) => option.id === id)
  if (!found) throw new Error(`There is no option "${id}"`)
  return found.text
}

function asKind<K extends Scene['kind']>(scene: Scene, kind: K): SceneOf<K> {
  if (scene.kind !== kind) throw new Error(`Scene "${scene.id}" is not of the kind "${kind}"`)
  // The kind was just compared; a generic parameter does not narrow a union.
  return scene as SceneOf<K>
}
