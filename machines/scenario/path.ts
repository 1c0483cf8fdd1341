import type { Outcome, Scene } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { type Facts, initialFacts } from './conditions.ts'
import { plainOptions, type RunContext } from './context.ts'

/** One scene a run has left: what was known on entering it, what was done, what that came to. */
export type PathStep = {
  /** Counts from 0 in the order walked. */
  index: number
  scene: Scene
  facts: Facts
  option: string
  outcome?: Outcome
  to: string
}

/** @returns every scene left so far, in the order walked, each with the facts as they stood on entering it. */
export function pathOf(scenario: Scenario, context: RunContext): PathStep[] {
  const steps: PathStep[] = []
  let facts = factsAtStart(scenario, context)
  for (const [index, { scene: id, option, to }] of context.taken.entries()) {
    const scene = sceneNamed(scenario, id)
    const outcome = outcomeOf(scene, option)
    steps.push({ index, scene, facts, option, to, ...(outcome && { outcome }) })
    facts = { ...facts, ...setsOf(scene, option) }
  }
  return steps
}

/** @returns the scene with this id; throws where a log and its scenario do not belong together. */
export function sceneNamed(scenario: Scenario, id: string): Scene {
  const scene = scenario.scenes.find((known) => known.id === id)
  if (scene === undefined) throw new Error(`Scenario ${scenario.id} has no scene "${id}"`)
  return scene
}

/** @returns the choice or result an option names, or undefined for continuing, skipping and going back. */
export function outcomeOf(scene: Scene, option: string): Outcome | undefined {
  if ('choices' in scene) return scene.choices.find((choice) => choice.id === option)
  if ('results' in scene) return scene.results.find((result) => result.id === option)
  return undefined
}

function factsAtStart(scenario: Scenario, context: RunContext): Facts {
  return initialFacts(scenario, { role: String(context.facts.role), duty: String(context.facts.duty) })
}

function setsOf(scene: Scene, option: string): Facts {
  if (option === plainOptions.skipped) return scene.skip?.sets ?? {}
  if (option === plainOptions.returned) return (scene.kind === 'document' && scene.goBack?.sets) || {}
  if (option === plainOptions.continued && scene.kind === 'narrative') return scene.continue.sets ?? {}
  return outcomeOf(scene, option)?.sets ?? {}
}
