import type { GoTo, Outcome, Scene } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { canFile, canFlag, canHandOver, canOrder, canSort, resultFor } from './answers.ts'
import { type Facts, holds, targetOf } from './conditions.ts'
import { plainOptions, type RunContext } from './context.ts'
import type { LearnerEvent } from './events.ts'

/** What an act comes to: the option taken, where it leads, and the run's memory after it. */
export type Step = { option: string; to: string; context: RunContext; outcome?: Outcome }

/**
 * Decides what one act in one scene comes to.
 * @param isSorting whether a cues scene has been marked and now waits for the sorting
 * @returns undefined where the scene cannot take the act in this state
 */
export function findStep(
  scenario: Scenario,
  scene: Scene,
  isSorting: boolean,
  context: RunContext,
  event: LearnerEvent
): Step | undefined {
  if (event.scene !== scene.id) return undefined
  const found = findOption(scenario, scene, isSorting, context, event)
  if (found === undefined) return undefined
  const facts: Facts = { ...context.facts, ...found.sets }
  const to = targetOf(scenario, found.goTo, facts)
  if (to === undefined) return undefined
  return {
    option: found.option,
    to,
    outcome: found.outcome,
    context: remember(scene, context, event, facts, { ...found, to })
  }
}

/** @returns whether the scene takes this marking of cues and then waits for the sorting. */
export function waitsForSorting(scene: Scene, isSorting: boolean, event: LearnerEvent): boolean {
  if (scene.kind !== 'cues' || isSorting || event.type !== 'learner.flagged' || event.scene !== scene.id) return false
  return event.cues.length > 0 && canFlag(scene, event)
}

/** @returns the run's memory after cues were marked. */
export function rememberFlags(context: RunContext, event: LearnerEvent): RunContext {
  if (event.type !== 'learner.flagged') return context
  return { ...context, flagged: { ...context.flagged, [event.scene]: event.cues } }
}

type Found = { option: string; goTo: GoTo; sets: Facts; outcome?: Outcome }

function findOption(
  scenario: Scenario,
  scene: Scene,
  isSorting: boolean,
  context: RunContext,
  event: LearnerEvent
): Found | undefined {
  if (event.type === 'learner.skipped') return scene.skip && found(plainOptions.skipped, scene.skip)
  if (event.type === 'learner.returned') {
    if (scene.kind !== 'document' || !scene.goBack || !holds(scenario, scene.goBack.when, context.facts))
      return undefined
    return found(plainOptions.returned, scene.goBack)
  }
  if (scene.kind === 'narrative') {
    return event.type === 'learner.continued' ? found(plainOptions.continued, scene.continue) : undefined
  }
  if (scene.kind === 'first-impression') {
    const known = event.type === 'learner.chose' && scene.options.find((option) => option.id === event.choice)
    return known ? found(known.id, { goTo: scene.goTo }) : undefined
  }
  if (scene.kind === 'choice' || scene.kind === 'words') {
    const chosen = event.type === 'learner.chose' && scene.choices.find((choice) => choice.id === event.choice)
    return chosen && holds(scenario, chosen.when, context.facts) ? found(chosen.id, chosen, chosen) : undefined
  }
  if (!isAnswerTo(scene, isSorting, context, event)) return undefined
  const result = resultFor(scenario, scene, context.facts, event)
  return result && found(result.id, result, result)
}

function isAnswerTo(
  scene: Extract<Scene, { results: unknown }>,
  isSorting: boolean,
  context: RunContext,
  event: LearnerEvent
): boolean {
  if (scene.kind === 'cues') {
    if (isSorting) return event.type === 'learner.sorted' && canSort(context, event)
    return event.type === 'learner.flagged' && event.cues.length === 0
  }
  if (scene.kind === 'order') return event.type === 'learner.ordered' && canOrder(scene, event)
  if (scene.kind === 'document') return event.type === 'learner.filed' && canFile(scene, event)
  return event.type === 'learner.handed-over' && canHandOver(scene, event)
}

function found(option: string, from: { goTo: GoTo; sets?: Facts | undefined }, outcome?: Outcome): Found {
  return { option, goTo: from.goTo, sets: from.sets ?? {}, ...(outcome && { outcome }) }
}

function remember(
  scene: Scene,
  context: RunContext,
  event: LearnerEvent,
  facts: Facts,
  step: { option: string; to: string; outcome?: Outcome }
): RunContext {
  const open = context.openHarms.filter((harm) => !scene.repairs?.includes(harm))
  const done = step.outcome?.quality === 'harmful' ? [`${scene.id}/${step.option}`] : []
  const openHarms = [...new Set([...open, ...done])]
  const taken = [...context.taken, { scene: scene.id, option: step.option, to: step.to }]
  return { ...keepAnswer(context, event), facts, openHarms, taken }
}

function keepAnswer(context: RunContext, event: LearnerEvent): RunContext {
  if (event.type === 'learner.flagged')
    return { ...rememberFlags(context, event), sorted: { ...context.sorted, [event.scene]: {} } }
  if (event.type === 'learner.sorted') return { ...context, sorted: { ...context.sorted, [event.scene]: event.bins } }
  const answer = fullAnswer(event)
  return answer ? { ...context, answers: { ...context.answers, [event.scene]: answer } } : context
}

function fullAnswer(event: LearnerEvent): RunContext['answers'][string] | undefined {
  if (event.type === 'learner.ordered') return event.steps
  if (event.type === 'learner.filed') return event.places
  if (event.type === 'learner.handed-over') return event.sentences
  return undefined
}
