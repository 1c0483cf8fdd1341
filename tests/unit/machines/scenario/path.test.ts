import { describe, expect, test } from 'vitest'
import { outcomeOf, pathOf, sceneNamed } from '#machines/scenario/path.ts'
import { aRun, play, repairedRun, wholeRun } from '#tests/helpers/runs.ts'
import { aScenario, aStart } from '#tests/helpers/scenarios.ts'

const scenario = aScenario()

/** What each step of a path changed, as facts that differ on entering the next one. */
function changesAlong(path: ReturnType<typeof pathOf>, last: object) {
  return path.map((step, index) => {
    const next = path[index + 1]?.facts ?? last
    return [
      step.scene.id,
      Object.fromEntries(Object.entries(next).filter(([name, value]) => step.facts[name] !== value))
    ]
  })
}

describe('the path of a run', () => {
  test('is empty before the first act', () => {
    expect(pathOf(scenario, aRun().snapshot.context)).toEqual([])
  })

  test('holds each scene left, what was done there and where it led', () => {
    const path = pathOf(scenario, play(aRun(), repairedRun).snapshot.context)
    expect(
      path.map(({ index, scene, option, to, outcome }) => [index, scene.id, option, to, outcome?.quality])
    ).toEqual([
      [0, 'arrival', 'continue', 'first-thought', undefined],
      [1, 'first-thought', 'something-else', 'care-first', undefined],
      [2, 'care-first', 'finish-form', 'what-stands-out', 'less-useful'],
      [3, 'what-stands-out', 'over-called', 'privacy', 'less-useful'],
      [4, 'privacy', 'ask-now', 'start-again', 'harmful'],
      [5, 'start-again', 'continue', 'limits', undefined],
      [6, 'limits', 'promise', 'take-back', 'harmful'],
      [7, 'take-back', 'say-so', 'question', 'recommended'],
      [8, 'question', 'skip', 'plan', undefined],
      [9, 'plan', 'offer-too-early', 'answer', 'less-useful'],
      [10, 'answer', 'note-no', 'hand-over', 'reasonable'],
      [11, 'hand-over', 'labeled', 'record', 'less-useful'],
      [12, 'record', 'leaked', 'leaves-quietly', 'less-useful']
    ])
  })

  test('knows the facts as they stood on entering each scene, skips and going back among them', () => {
    const { context } = play(aRun(), wholeRun).snapshot
    expect(changesAlong(pathOf(scenario, context), context.facts)).toEqual([
      ['arrival', {}],
      ['first-thought', {}],
      ['care-first', { carePriorityMet: true }],
      ['what-stands-out', {}],
      ['privacy', { isPrivate: true, trust: 'guarded' }],
      ['limits', { limitsStated: true }],
      ['question', { informationGiven: true }],
      ['listens', { disclosed: true, trust: 'open' }],
      ['plan', {}],
      ['answer', { patientDeclined: true }],
      ['hand-over', {}],
      ['record', { knowsReaders: true }],
      ['who-reads', {}],
      ['record', {}]
    ])
    const passed = play(aRun(), repairedRun).snapshot.context
    const changes = Object.fromEntries(changesAlong(pathOf(scenario, passed), passed.facts))
    expect(changes).toMatchObject({
      'start-again': { isPrivate: true },
      limits: {},
      'take-back': { limitsStated: true },
      question: { informationGiven: true }
    })
  })

  test('begins with the part and the duty of the start', () => {
    const duties = { ...aStart(scenario).duties, adultTrafficking: 'mandatory' } as const
    const run = play(aRun(scenario, { role: 'physician', duties }), wholeRun.slice(0, 1))
    const [first] = pathOf(scenario, run.snapshot.context)
    expect([first?.facts.role, first?.facts.duty]).toEqual(['physician', 'mandatory'])
  })
})

test('an option names the choice or the result it came to', () => {
  expect(outcomeOf(sceneNamed(scenario, 'privacy'), 'ask-now')?.repairedBy).toBe('start-again')
  expect(outcomeOf(sceneNamed(scenario, 'plan'), 'care-late')?.quality).toBe('reasonable')
  expect(outcomeOf(sceneNamed(scenario, 'privacy'), 'skip')).toBeUndefined()
  expect(outcomeOf(sceneNamed(scenario, 'arrival'), 'continue')).toBeUndefined()
  expect(outcomeOf(sceneNamed(scenario, 'first-thought'), 'a-fall')).toBeUndefined()
})

test('a log that names a scene the case does not have stops loudly', () => {
  const { context } = play(aRun(), wholeRun.slice(0, 2)).snapshot
  const [, ...others] = scenario.scenes
  expect(() => pathOf(aScenario({ scenes: others }), context)).toThrow('Scenario wrist has no scene "arrival"')
})
