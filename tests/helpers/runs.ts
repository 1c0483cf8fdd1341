import type { Bin } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { compileScenario, type ScenarioMachine } from '#machines/scenario/compile.ts'
import type { AttemptBranched, AttemptStarted, LearnerEvent } from '#machines/scenario/events.ts'
import { type RunSnapshot, startRun, takeAct } from '#machines/scenario/run.ts'
import { aScenario, aStart } from './scenarios.ts'

export type Run = { scenario: Scenario; machine: ScenarioMachine; snapshot: RunSnapshot }
type Act = LearnerEvent | AttemptBranched

/** A run of a case, at its first scene. */
export function aRun(scenario: Scenario = aScenario(), changes: Partial<AttemptStarted> = {}): Run {
  const machine = compileScenario(scenario)
  return { scenario, machine, snapshot: startRun(machine, aStart(scenario, changes)) }
}

/** @returns the run after the acts; throws at the first that is refused. */
export function play(run: Run, acts: readonly Act[]): Run {
  let snapshot = run.snapshot
  for (const [index, act] of acts.entries()) {
    const next = takeAct(run.machine, snapshot, act)
    if (next === undefined) throw new Error(`Act ${index} was refused: ${JSON.stringify(act)}`)
    snapshot = next
  }
  return { ...run, snapshot }
}

export function continued(scene: string): LearnerEvent {
  return { type: 'learner.continued', scene }
}

export function skipped(scene: string): LearnerEvent {
  return { type: 'learner.skipped', scene }
}

export function returned(scene: string): LearnerEvent {
  return { type: 'learner.returned', scene }
}

export function chose(scene: string, choice: string): LearnerEvent {
  return { type: 'learner.chose', scene, choice }
}

export function flagged(scene: string, ...cues: string[]): LearnerEvent {
  return { type: 'learner.flagged', scene, cues }
}

export function sorted(scene: string, bins: Record<string, Bin>): LearnerEvent {
  return { type: 'learner.sorted', scene, bins }
}

export function ordered(scene: string, ...steps: string[]): LearnerEvent {
  return { type: 'learner.ordered', scene, steps }
}

export function filed(scene: string, places: Record<string, string>): LearnerEvent {
  return { type: 'learner.filed', scene, places }
}

export function handedOver(scene: string, ...sentences: string[]): LearnerEvent {
  return { type: 'learner.handed-over', scene, sentences }
}

/** A run of `aScenario` by recommended acts, with a way back from the record, to the ending with a plan. */
export const wholeRun: readonly LearnerEvent[] = [
  continued('arrival'),
  chose('first-thought', 'a-fall'),
  chose('care-first', 'splint'),
  flagged('what-stands-out', 'numb-fingers', 'answers-for-him'),
  sorted('what-stands-out', { 'numb-fingers': 'changes-now', 'answers-for-him': 'keep-in-mind' }),
  chose('privacy', 'step-outside'),
  chose('limits', 'limits-plain'),
  chose('question', 'open-question'),
  continued('listens'),
  ordered('plan', 'film', 'ask-wish', 'offer', 'return-date'),
  chose('answer', 'honor'),
  handedOver('hand-over', 'wrist-plan', 'see-alone', 'his-no'),
  returned('record'),
  continued('who-reads'),
  filed('record', { chart: 'his-words', portal: 'held-back', 'visit-summary': 'wrist-only' })
]

/** A run of `aScenario` with both harms and their repairs, to the quiet ending. */
export const repairedRun: readonly LearnerEvent[] = [
  continued('arrival'),
  chose('first-thought', 'something-else'),
  chose('care-first', 'finish-form'),
  flagged('what-stands-out', 'night-work'),
  sorted('what-stands-out', { 'night-work': 'changes-now' }),
  chose('privacy', 'ask-now'),
  continued('start-again'),
  chose('limits', 'promise'),
  chose('take-back', 'say-so'),
  skipped('question'),
  ordered('plan', 'offer', 'film', 'ask-wish', 'return-date'),
  chose('answer', 'note-no'),
  handedOver('hand-over', 'my-guess'),
  filed('record', { chart: 'a-label', portal: 'released', 'visit-summary': 'everything' })
]

/** @returns the acts of a run before its first act in `scene`, or before its sorting there. */
export function upTo(scene: string, acts = wholeRun, type?: LearnerEvent['type']): LearnerEvent[] {
  const at = acts.findIndex((act) => act.scene === scene && (type === undefined || act.type === type))
  if (at < 0) throw new Error(`The run does not come to "${scene}"`)
  return acts.slice(0, at)
}

/** @returns the run standing in `scene` of `aScenario`. */
export function standingIn(scene: string, acts = wholeRun, type?: LearnerEvent['type']): Run {
  return play(aRun(), upTo(scene, acts, type))
}
