import { describe, expect, test } from 'vitest'
import { compileScenario, placeOf, placesFrom } from '#machines/scenario/compile.ts'
import { aRun, play, upTo, wholeRun } from '#tests/helpers/runs.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

const scenario = aScenario()

describe('a compiled case', () => {
  const machine = compileScenario(scenario)

  test('has a state per phase, within it a state per scene, and a final state per ending', () => {
    const inside = Object.entries(machine.states).map(([phase, state]) => [phase, Object.keys(state.states)])
    expect(Object.fromEntries(inside)).toEqual({
      intro: ['arrival', 'first-thought'],
      stop: ['care-first'],
      observe: ['what-stands-out'],
      ask: ['privacy', 'start-again', 'limits', 'take-back', 'question'],
      respond: ['listens', 'plan', 'answer', 'hand-over'],
      document: ['who-reads', 'record'],
      debrief: ['leaves-with-plan', 'leaves-quietly']
    })
    const endings = Object.values(machine.states.debrief?.states ?? {})
    expect(endings.map((ending) => ending.type)).toEqual(['final', 'final'])
  })

  test('carries no prose, no mark and no reason', () => {
    const config = JSON.stringify(machine.config)
    for (const text of proseIn(scenario)) expect(config).not.toContain(text)
    expect(config).not.toMatch(/quality|recommended|harmful|rationale|evidence|consequence/)
  })

  test('starts in the start scene, wherever the file lists it', () => {
    const last = scenario.scenes.find((scene) => scene.id === scenario.start)
    const scenes = scenario.scenes.filter((scene) => scene !== last)
    const run = aRun(aScenario({ scenes: [...scenes, ...(last ? [last] : [])] }))
    expect(run.snapshot.value).toEqual({ intro: 'arrival' })
  })

  test('may leave a phase out', () => {
    const scenes = scenario.scenes.filter((scene) => scene.phase !== 'stop')
    const [arrival, thought, ...others] = scenes
    if (arrival?.kind !== 'narrative' || thought?.kind !== 'first-impression') throw new Error('The case has changed')
    const run = aRun(aScenario({ scenes: [arrival, { ...thought, goTo: 'what-stands-out' }, ...others] }))
    const acts = wholeRun.filter((act) => act.scene !== 'care-first')
    expect(play(run, acts).snapshot.value).toEqual({ debrief: 'leaves-with-plan' })
  })

  test('cannot be made of a target that is not there', () => {
    const [arrival, ...others] = scenario.scenes
    if (arrival?.kind !== 'narrative') throw new Error('The case has changed')
    const lost = { ...arrival, continue: { label: 'Go', goTo: 'no-such-scene' } }
    expect(() => compileScenario(aScenario({ scenes: [lost, ...others] }))).toThrow('no-such-scene')
    expect(() => compileScenario(aScenario({ start: 'no-such-scene' }))).toThrow(
      'The scenario has no scene "no-such-scene"'
    )
  })
})

describe('the place of a run', () => {
  test('is one scene in its own phase at every step', () => {
    const run = aRun()
    for (const act of wholeRun) {
      const acts = upTo(act.scene, wholeRun, act.type)
      expect(placeOf(play(run, acts).snapshot.value)).toEqual({
        phase: scenario.scenes.find((scene) => scene.id === act.scene)?.phase,
        scene: act.scene,
        isSorting: act.type === 'learner.sorted'
      })
    }
  })

  test('is the ending in the debrief', () => {
    expect(placeOf({ debrief: 'leaves-quietly' })).toEqual({
      phase: 'debrief',
      scene: 'leaves-quietly',
      isSorting: false
    })
  })

  test('cannot be read off what is no state', () => {
    for (const value of [{}, null, undefined, 'ask']) {
      expect(() => placeOf(value)).toThrow('A run is always in exactly one scene')
    }
  })
})

test('a scene leads to every place its acts name, each once', () => {
  const from = Object.fromEntries(scenario.scenes.map((scene) => [scene.id, placesFrom(scene)]))
  expect(from).toEqual({
    arrival: ['first-thought'],
    'first-thought': ['care-first'],
    'care-first': ['what-stands-out'],
    'what-stands-out': ['privacy'],
    privacy: ['limits', 'start-again'],
    'start-again': ['limits'],
    limits: ['question', 'take-back'],
    'take-back': ['question'],
    question: ['plan', 'listens'],
    listens: ['plan'],
    plan: ['answer'],
    answer: ['hand-over'],
    'hand-over': ['record'],
    'who-reads': ['record'],
    record: ['who-reads', 'leaves-with-plan', 'leaves-quietly']
  })
})

/** Every text of a case that is written for a reader. */
function proseIn(part: unknown): string[] {
  if (typeof part === 'string') return part.includes(' ') ? [part] : []
  if (typeof part !== 'object' || part === null) return []
  return Object.values(part).flatMap(proseIn)
}
