import type { Scene, SceneOf } from '#content/scene-schema.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import type { ExploredEdge } from '#machines/scenario/explore.ts'
import { phraseOf } from '#machines/scenario/passages.ts'

type Answer<T extends LearnerEvent['type']> = Extract<LearnerEvent, { type: T }>

/** @returns an act in the words of its file, as `says “Most of this stays here.” (plain, recommended)`. */
export function actInWords(scene: Scene, { event, option, outcome }: ExploredEdge): string {
  return outcome ? `${wordsOf(scene, event)} (${option}, ${outcome.quality})` : wordsOf(scene, event)
}

function wordsOf(scene: Scene, event: LearnerEvent): string {
  switch (event.type) {
    case 'learner.continued':
      return `goes on: ${scene.kind === 'narrative' ? quoted(scene.continue.label) : ''}`
    case 'learner.skipped':
      return 'passes over the scene'
    case 'learner.returned':
      return `goes back: ${scene.kind === 'document' ? quoted(scene.goBack?.label ?? '') : ''}`
    case 'learner.chose':
      return chosen(scene, event.choice)
    case 'learner.flagged':
      return scene.kind === 'cues' ? marked(scene, event.cues) : ''
    case 'learner.sorted':
      return scene.kind === 'cues' ? sorted(scene, event) : ''
    case 'learner.ordered':
      return scene.kind === 'order' ? `puts first to last: ${textsOf(scene.steps, event.steps).join(', ')}` : ''
    case 'learner.filed':
      return scene.kind === 'document' ? filed(scene, event) : ''
    case 'learner.handed-over':
      return scene.kind === 'hand-over' ? `says ${textsOf(scene.sentences, event.sentences).join(' ')}` : ''
  }
}

function chosen(scene: Scene, id: string): string {
  if (scene.kind === 'first-impression') return `thinks ${textsOf(scene.options, [id]).join()}`
  if (!('choices' in scene)) return ''
  return `${scene.kind === 'words' ? 'says' : 'does'} ${textsOf(scene.choices, [id]).join()}`
}

function marked(scene: SceneOf<'cues'>, cues: readonly string[]): string {
  if (cues.length === 0) return 'marks nothing'
  return `marks ${cues.map((cue) => quoted(phraseOf(scene, cue))).join(', ')}`
}

function sorted(scene: SceneOf<'cues'>, { bins }: Answer<'learner.sorted'>): string {
  const parts = Object.entries(bins).map(([cue, bin]) => `${quoted(phraseOf(scene, cue))} as ${bin}`)
  return parts.length === 0 ? 'sorts nothing' : `sorts ${parts.join(', ')}`
}

function filed(scene: SceneOf<'document'>, { places }: Answer<'learner.filed'>): string {
  const parts = scene.places.map(({ id, label, options }) => `${label}: ${textsOf(options, [places[id] ?? '']).join()}`)
  return `files ${parts.join('; ')}`
}

function textsOf(parts: readonly { id: string; text: string }[], ids: readonly string[]): string[] {
  return ids.map((id) => quoted(parts.find((part) => part.id === id)?.text ?? id))
}

/** Quotes a text, which may have marks of its own. */
function quoted(text: string): string {
  return /[“”]/.test(text) ? `[${text}]` : `“${text}”`
}
