import type { Quality, Reasoned, Scene } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { visible } from './conditions.ts'
import { plainOptions, type RunContext } from './context.ts'
import type { PathStep } from './path.ts'
import { type TaskPart, taskParts, taskRecommended } from './task-parts.ts'

/** One station of the decision map: a scene on the path, what was done, and what was recommended. */
export type Station = {
  /** How many acts came before it; a "what if" starts from here. */
  index: number
  scene: string
  phase: string
  heading: string
  clock: string | null
  /** What was done, a line for each part of it. */
  did: string[]
  quality: Quality | null
  isRepair: boolean
  wasSkipped: boolean
  /** What followed in the room. */
  consequence: string | null
  rationale: Reasoned | null
  saferAlternative: string | null
  /** Recommended acts other than the one taken. */
  recommended: string[]
  /** The parts of an ordering, document or hand-over task, each with its reason. */
  parts: TaskPart[]
}

/** @returns one scene of the path as the debrief shows it. */
export function stationOf(scenario: Scenario, step: PathStep, context: RunContext): Station {
  const { scene, outcome } = step
  return {
    index: step.index,
    scene: scene.id,
    phase: scene.phase,
    heading: scene.heading,
    clock: scene.clock ?? null,
    did: whatWasDone(step, context),
    quality: outcome?.quality ?? null,
    isRepair: scene.repairs !== undefined,
    wasSkipped: step.option === plainOptions.skipped,
    consequence: outcome?.consequence.text ?? null,
    rationale: outcome?.rationale ?? null,
    saferAlternative: outcome?.saferAlternative ?? null,
    recommended: recommendedIn(scenario, step, context),
    parts: outcome ? taskParts(step, context) : []
  }
}

function whatWasDone({ scene, option, outcome }: PathStep, context: RunContext): string[] {
  if (option === plainOptions.skipped) return ['You passed over this scene.']
  if (option === plainOptions.returned) return ['You went back.']
  if (scene.kind === 'narrative') return [scene.continue.label]
  if (scene.kind === 'first-impression') return [scene.options.find((known) => known.id === option)?.text ?? option]
  if (scene.kind === 'cues') return [markedIn(scene.id, context)]
  const answer = context.answers[scene.id]
  if (scene.kind === 'order' && Array.isArray(answer)) {
    return answer.map((id) => scene.steps.find((known) => known.id === id)?.text ?? id)
  }
  return outcome && 'text' in outcome ? [wordsOf(scene, outcome.text)] : []
}

function markedIn(scene: string, context: RunContext): string {
  const count = context.flagged[scene]?.length ?? 0
  if (count === 0) return 'You marked nothing.'
  return count === 1 ? 'You marked one phrase and sorted it.' : `You marked ${count} phrases and sorted them.`
}

function recommendedIn(scenario: Scenario, step: PathStep, context: RunContext): string[] {
  const { scene, option, outcome, facts } = step
  if (outcome === undefined) return []
  if (!('choices' in scene)) return taskRecommended(scenario, step, context)
  const open = visible(scenario, scene.choices, facts)
  return open
    .filter((choice) => choice.quality === 'recommended' && choice.id !== option)
    .map((choice) => wordsOf(scene, choice.text))
}

/** What is said aloud stands in quotation marks, what is done does not. */
function wordsOf(scene: Scene, text: string): string {
  return scene.kind === 'words' ? `“${text}”` : text
}
