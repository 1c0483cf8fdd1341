import { assign, setup } from 'xstate'
import { phases, type Scene } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { targetsOf } from './conditions.ts'
import { initialContext, type RunContext } from './context.ts'
import type { AttemptBranched, AttemptStarted, LearnerEvent } from './events.ts'
import { findStep, rememberFlags, type Step, waitsForSorting } from './step.ts'

export type ScenarioMachine = ReturnType<typeof compileScenario>

/**
 * Compiles a scenario into a machine: a compound state per phase, a state per scene, a guarded
 * transition per place an act may lead to, and a final state per ending. It carries no prose.
 */
export function compileScenario(scenario: Scenario) {
  const sceneOf = new Map(scenario.scenes.map((scene) => [scene.id, scene]))
  const stepOf = stepFinder(scenario, sceneOf)
  return setup({
    // XState takes its types as a value; these never hold anything at run time.
    types: {} as { context: RunContext; events: LearnerEvent | AttemptBranched; input: AttemptStarted },
    guards: {
      leadsTo: ({ context, event }, at: { scene: string; isSorting: boolean; to: string }) =>
        stepOf(at, context, event)?.to === at.to,
      marksCues: ({ event }, at: { scene: string }) =>
        event.type !== 'attempt.branched' && waitsForSorting(mustHave(sceneOf, at.scene), false, event)
    },
    actions: {
      take: assign(
        ({ context, event }, at: { scene: string; isSorting: boolean }) =>
          stepOf(at, context, event)?.context ?? context
      ),
      mark: assign(({ context, event }) =>
        event.type === 'attempt.branched' ? context : rememberFlags(context, event)
      ),
      noteBranch: assign(({ event }) => (event.type === 'attempt.branched' ? { branchedAt: event.seq } : {}))
    }
  }).createMachine({
    id: scenario.id,
    // XState makes an actor without input at every pure transition; its context is never read.
    context: ({ input }) => (input ? initialContext(scenario, input) : ({} as RunContext)),
    initial: mustHave(sceneOf, scenario.start).phase,
    on: { 'attempt.branched': { actions: 'noteBranch' } },
    states: Object.fromEntries(phases.map((phase) => [phase, phaseState(scenario, phase)]))
  })
}

/** Where a run stands, read off a snapshot's state value. */
export type Place = { phase: string; scene: string; isSorting: boolean }

/** @returns the place a state value names; in the debrief `scene` is the ending's id. */
export function placeOf(value: unknown): Place {
  const [phase, inside] = soleEntry(value)
  if (typeof inside === 'string') return { phase, scene: inside, isSorting: false }
  const [scene, part] = soleEntry(inside)
  return { phase, scene, isSorting: part === 'sorting' }
}

type SceneMap = ReadonlyMap<string, Scene>

type FindStep = (
  at: { scene: string; isSorting: boolean },
  context: RunContext,
  event: LearnerEvent | AttemptBranched
) => Step | undefined

/** Every guard of a transition and its action ask for the same step, so the last one found is kept. */
function stepFinder(scenario: Scenario, sceneOf: SceneMap): FindStep {
  let last: { asked: unknown[]; step: Step | undefined } | undefined
  return (at, context, event) => {
    if (event.type === 'attempt.branched') return undefined
    const asked = [at.scene, at.isSorting, context, event]
    if (last?.asked.every((part, index) => part === asked[index])) return last.step
    last = { asked, step: findStep(scenario, mustHave(sceneOf, at.scene), at.isSorting, context, event) }
    return last.step
  }
}

function phaseState(scenario: Scenario, phase: (typeof phases)[number]) {
  if (phase === 'debrief') {
    const endings = scenario.endings.map((ending) => [ending.id, { id: ending.id, type: 'final' as const }] as const)
    return { ...firstOf(scenario.endings), states: Object.fromEntries(endings) }
  }
  const scenes = scenario.scenes.filter((scene) => scene.phase === phase)
  const start = scenes.filter((scene) => scene.id === scenario.start)
  return {
    ...firstOf([...start, ...scenes]),
    states: Object.fromEntries(scenes.map((scene) => [scene.id, sceneState(scene)]))
  }
}

/** XState asks every phase for an initial state, though a run only ever enters one by way of a scene or an ending. */
function firstOf(places: readonly { id: string }[]): { initial?: string } {
  const [first] = places
  return first ? { initial: first.id } : {}
}

function sceneState(scene: Scene) {
  if (scene.kind !== 'cues') return { id: scene.id, on: transitionsOf(scene, false) }
  return {
    id: scene.id,
    initial: 'marking',
    states: {
      marking: {
        on: {
          ...transitionsOf(scene, false),
          'learner.flagged': [
            {
              guard: { type: 'marksCues' as const, params: { scene: scene.id } },
              target: 'sorting',
              actions: 'mark' as const
            },
            ...transitionsOf(scene, false)['learner.flagged']
          ]
        }
      },
      sorting: { on: transitionsOf(scene, true) }
    }
  }
}

/** One guarded transition per kind of act and place it may lead to; the guard decides which act fits. */
function transitionsOf(scene: Scene, isSorting: boolean) {
  const leads = placesFrom(scene).map((to) => ({
    guard: { type: 'leadsTo' as const, params: { scene: scene.id, isSorting, to } },
    actions: { type: 'take' as const, params: { scene: scene.id, isSorting } },
    target: `#${to}`
  }))
  return {
    'learner.continued': leads,
    'learner.skipped': leads,
    'learner.returned': leads,
    'learner.chose': leads,
    'learner.flagged': leads,
    'learner.sorted': leads,
    'learner.ordered': leads,
    'learner.filed': leads,
    'learner.handed-over': leads
  }
}

/** @returns every scene or ending that acts in this scene may lead to. */
export function placesFrom(scene: Scene): string[] {
  const goTos = [
    ...(scene.skip ? [scene.skip.goTo] : []),
    ...(scene.kind === 'document' && scene.goBack ? [scene.goBack.goTo] : []),
    ...(scene.kind === 'narrative' ? [scene.continue.goTo] : []),
    ...(scene.kind === 'first-impression' ? [scene.goTo] : []),
    ...('choices' in scene ? scene.choices.map((choice) => choice.goTo) : []),
    ...('results' in scene ? scene.results.map((result) => result.goTo) : [])
  ]
  return [...new Set(goTos.flatMap(targetsOf))]
}

function mustHave(sceneOf: SceneMap, id: string): Scene {
  const scene = sceneOf.get(id)
  if (scene === undefined) throw new Error(`The scenario has no scene "${id}"`)
  return scene
}

function soleEntry(value: unknown): [string, unknown] {
  const [entry] = typeof value === 'object' && value !== null ? Object.entries(value) : []
  if (entry === undefined) throw new Error('A run is always in exactly one scene')
  return entry
}
