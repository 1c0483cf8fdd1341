import type { Block, Phase, Scene, SceneOf } from '#content/scene-schema.ts'
import { phases } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { shuffle } from '../shuffle.ts'
import { cuesIn } from './answers.ts'
import { type ChartView, chartView } from './chart.ts'
import { placeOf } from './compile.ts'
import { type Facts, holds, visible } from './conditions.ts'
import type { RunContext } from './context.ts'
import { type PassageView, passageView, phraseOf } from './passages.ts'
import { pathOf, sceneNamed } from './path.ts'
import type { RunSnapshot } from './run.ts'

export type BlockView = { kind: 'seen'; text: string } | { kind: 'said'; by: string; text: string }
export type OptionView = { id: string; text: string }

export type ActView =
  | { kind: 'continue'; label: string }
  | { kind: 'choose'; of: 'first-impression' | 'choice' | 'words'; prompt: string; options: OptionView[] }
  | { kind: 'flag'; prompt: string; passages: PassageView[] }
  | { kind: 'sort'; prompt: string; marked: { cue: string; phrase: string }[] }
  | { kind: 'order'; prompt: string; steps: OptionView[] }
  | {
      kind: 'file'
      prompt: string
      places: { id: string; label: string; readers: string[]; options: OptionView[] }[]
      goBack: { text: string; label: string } | null
    }
  | { kind: 'hand-over'; prompt: string; to: string; sentences: OptionView[] }

/** All that a learner may see now, and nothing ahead. */
export type SceneView = {
  scene: string
  phase: Phase
  heading: string
  clock: string | null
  blocks: BlockView[]
  act: ActView
  chart: ChartView
  /** What was noticed in the room after the last act, never a verdict. */
  consequence: string | null
  /** Shown in place of a scene that was just passed over. */
  skipped: string | null
  canSkip: boolean
  isRepair: boolean
  steps: { phase: Phase; state: 'done' | 'current' | 'ahead' }[]
}

/** @returns what a learner sees of a run that has not ended; an ended run has a debrief instead. */
export function sceneView(scenario: Scenario, snapshot: RunSnapshot): SceneView {
  const context: RunContext = snapshot.context
  const place = placeOf(snapshot.value)
  const scene = sceneNamed(scenario, place.scene)
  const last = pathOf(scenario, context).at(-1)
  return {
    scene: scene.id,
    phase: scene.phase,
    heading: scene.heading,
    clock: scene.clock ?? null,
    blocks: visible(scenario, scene.text, context.facts).map((block) => blockView(scenario, block)),
    act: actView(scenario, scene, place.isSorting, context),
    chart: chartView(scenario, context, scene),
    consequence: place.isSorting ? null : (last?.outcome?.consequence.text ?? null),
    skipped: last?.option === 'skip' ? (last.scene.skip?.summary ?? null) : null,
    canSkip: scene.skip !== undefined,
    isRepair: scene.repairs !== undefined,
    steps: stepsAt(scene.phase)
  }
}

function blockView(scenario: Scenario, block: Block): BlockView {
  if ('p' in block) return { kind: 'seen', text: block.p }
  const speaker = scenario.cast.find((member) => member.id === block.by)
  return { kind: 'said', by: block.by === 'learner' ? 'You' : (speaker?.name ?? block.by), text: block.says }
}

function actView(scenario: Scenario, scene: Scene, isSorting: boolean, context: RunContext): ActView {
  const seed = `${context.seed}/${scene.id}`
  switch (scene.kind) {
    case 'narrative':
      return { kind: 'continue', label: scene.continue.label }
    case 'first-impression':
      return {
        kind: 'choose',
        of: scene.kind,
        prompt: scene.prompt,
        options: shuffle(scene.options.map(optionView), seed)
      }
    case 'choice':
    case 'words': {
      const open = visible(scenario, scene.choices, context.facts)
      return { kind: 'choose', of: scene.kind, prompt: scene.prompt, options: shuffle(open.map(optionView), seed) }
    }
    case 'cues':
      return isSorting
        ? sortAct(scene, context)
        : { kind: 'flag', prompt: scene.prompt, passages: scene.passages.map(passageView) }
    case 'order':
      return { kind: 'order', prompt: scene.prompt, steps: shuffle(scene.steps.map(optionView), seed) }
    case 'document':
      return fileAct(scenario, scene, context.facts, seed)
    case 'hand-over':
      return {
        kind: 'hand-over',
        prompt: scene.prompt,
        to: scene.to,
        sentences: shuffle(scene.sentences.map(optionView), seed)
      }
  }
}

function sortAct(scene: SceneOf<'cues'>, context: RunContext): ActView {
  const marked = context.flagged[scene.id] ?? []
  const inReadingOrder = cuesIn(scene).filter((cue) => marked.includes(cue))
  return {
    kind: 'sort',
    prompt: scene.prompt,
    marked: inReadingOrder.map((cue) => ({ cue, phrase: phraseOf(scene, cue) }))
  }
}

function fileAct(scenario: Scenario, scene: SceneOf<'document'>, facts: Facts, seed: string): ActView {
  const goBack = scene.goBack && holds(scenario, scene.goBack.when, facts) ? scene.goBack : undefined
  return {
    kind: 'file',
    prompt: scene.prompt,
    places: scene.places.map((place) => ({
      id: place.id,
      label: place.label,
      readers: visible(scenario, place.readers, facts).map((reader) => reader.text),
      options: shuffle(place.options.map(optionView), `${seed}/${place.id}`)
    })),
    goBack: goBack ? { text: goBack.text, label: goBack.label } : null
  }
}

function optionView(option: { id: string; text: string }): OptionView {
  return { id: option.id, text: option.text }
}

function stepsAt(phase: Phase): SceneView['steps'] {
  const at = phases.indexOf(phase)
  return phases
    .filter((known) => known !== 'intro')
    .map((known) => {
      const here = phases.indexOf(known)
      return { phase: known, state: here < at ? 'done' : here === at ? 'current' : 'ahead' }
    })
}
