import { describe, expect, test } from 'vitest'
import type { Scenario } from '#content/schema.ts'
import { compileScenario, placeOf } from '#machines/scenario/compile.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { endingOf, takeAct } from '#machines/scenario/run.ts'
import {
  aRun,
  chose,
  continued,
  filed,
  flagged,
  handedOver,
  ordered,
  play,
  type Run,
  repairedRun,
  returned,
  skipped,
  sorted,
  standingIn,
  upTo,
  wholeRun
} from '#tests/helpers/runs.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

const marked = 'what-stands-out'
const record = { chart: 'his-words', portal: 'held-back', 'visit-summary': 'wrist-only' }

/** What one act came to: the option, where it led, and the facts and harms it changed. */
function cameTo(run: Run, act: LearnerEvent) {
  const { context } = play(run, [act]).snapshot
  const before = run.snapshot.context.facts
  const changed = Object.entries(context.facts).filter(([name, value]) => before[name] !== value)
  return { ...context.taken.at(-1), sets: Object.fromEntries(changed), openHarms: context.openHarms }
}

function came(scene: string, option: string, to: string, sets = {}, openHarms: string[] = []) {
  return { scene, option, to, sets, openHarms }
}

describe('each act leads where the case says, and changes what it says', () => {
  test('continuing', () => {
    expect(cameTo(standingIn('arrival'), continued('arrival'))).toEqual(came('arrival', 'continue', 'first-thought'))
    expect(cameTo(standingIn('listens'), continued('listens'))).toEqual(
      came('listens', 'continue', 'plan', { disclosed: true, trust: 'open' })
    )
  })

  test('a first impression leads on, whatever it is', () => {
    for (const thought of ['a-fall', 'something-else']) {
      expect(cameTo(standingIn('first-thought'), chose('first-thought', thought))).toEqual(
        came('first-thought', thought, 'care-first')
      )
    }
  })

  test('a choice', () => {
    expect(cameTo(standingIn('privacy'), chose('privacy', 'step-outside'))).toEqual(
      came('privacy', 'step-outside', 'limits', { isPrivate: true, trust: 'guarded' })
    )
  })

  test('a choice of words', () => {
    expect(cameTo(standingIn('limits'), chose('limits', 'limits-brief'))).toEqual(
      came('limits', 'limits-brief', 'question', { limitsStated: true })
    )
  })

  test('a choice whose target depends on a fact', () => {
    expect(cameTo(standingIn('question'), chose('question', 'open-question'))).toEqual(
      came('question', 'open-question', 'listens', { informationGiven: true })
    )
    expect(cameTo(standingIn('question', repairedRun), chose('question', 'open-question'))).toEqual(
      came('question', 'open-question', 'plan', { informationGiven: true })
    )
  })

  test('the target is judged by the facts the act itself sets', () => {
    const scenario = withChoice('question', 'open-question', { sets: { trust: 'guarded' } })
    const closed = play(aRun(scenario), upTo('question', repairedRun))
    expect(cameTo(closed, chose('question', 'open-question'))).toEqual(
      came('question', 'open-question', 'listens', { trust: 'guarded' })
    )
  })

  test('passing over a scene', () => {
    expect(cameTo(standingIn('question'), skipped('question'))).toEqual(
      came('question', 'skip', 'plan', { informationGiven: true })
    )
  })

  test('going back from the record', () => {
    expect(cameTo(standingIn('record'), returned('record'))).toEqual(
      came('record', 'back', 'who-reads', { knowsReaders: true })
    )
  })
})

describe('a task comes to the first of its results that fits', () => {
  test.each<[string, LearnerEvent[], string]>([
    ['marking nothing', [flagged(marked)], 'saw-little'],
    [
      'a danger in its bin',
      [flagged(marked, 'numb-fingers'), sorted(marked, { 'numb-fingers': 'changes-now' })],
      'saw-danger'
    ],
    [
      'a danger in a wrong bin',
      [flagged(marked, 'numb-fingers'), sorted(marked, { 'numb-fingers': 'not-a-sign' })],
      'saw-little'
    ],
    [
      'a sign in a wrong bin',
      [flagged(marked, 'answers-for-him'), sorted(marked, { 'answers-for-him': 'changes-now' })],
      'over-called'
    ],
    [
      'a sign in its bin',
      [flagged(marked, 'answers-for-him'), sorted(marked, { 'answers-for-him': 'keep-in-mind' })],
      'saw-little'
    ],
    [
      'a danger in its bin beside a sign in a wrong one',
      [
        flagged(marked, 'night-work', 'numb-fingers'),
        sorted(marked, { 'numb-fingers': 'changes-now', 'night-work': 'changes-now' })
      ],
      'saw-danger'
    ]
  ])('%s', (_, acts, option) => {
    expect(play(standingIn(marked), acts).snapshot.context.taken.at(-1)).toEqual({
      scene: marked,
      option,
      to: 'privacy'
    })
  })

  test.each([
    ['every pair kept', ['film', 'ask-wish', 'offer', 'return-date'], 'well-ordered'],
    ['every pair kept, the rest anywhere', ['return-date', 'ask-wish', 'film', 'offer'], 'well-ordered'],
    ['the wish too late', ['film', 'offer', 'ask-wish', 'return-date'], 'offer-too-early'],
    ['both too late', ['offer', 'film', 'ask-wish', 'return-date'], 'offer-too-early'],
    ['only the film too late', ['ask-wish', 'offer', 'film', 'return-date'], 'care-late']
  ])('steps with %s', (_, steps, option) => {
    expect(cameTo(standingIn('plan'), ordered('plan', ...steps))).toEqual(came('plan', option, 'answer'))
  })

  test.each([
    ['what is needed', ['see-alone', 'wrist-plan'], 'clear'],
    ['what is needed and a guess', ['see-alone', 'my-guess', 'wrist-plan'], 'clear'],
    ['a guess', ['my-guess', 'his-no'], 'labeled'],
    ['one thing', ['his-no'], 'thin']
  ])('a hand-over of %s', (_, sentences, option) => {
    expect(cameTo(standingIn('hand-over'), handedOver('hand-over', ...sentences))).toEqual(
      came('hand-over', option, 'record')
    )
  })

  test.each([
    ['everything safe', {}, 'kept-safe'],
    ['a leak', { portal: 'released' }, 'leaked'],
    ['two leaks', { portal: 'released', 'visit-summary': 'everything' }, 'leaked'],
    ['a label', { chart: 'a-label' }, 'plain']
  ])('a record with %s', (_, places, option) => {
    const asked = play(standingIn('record'), [returned('record'), continued('who-reads')])
    expect(cameTo(asked, filed('record', { ...record, ...places }))).toEqual(came('record', option, 'leaves-with-plan'))
  })

  test('a result whose condition does not hold is passed by', () => {
    expect(cameTo(standingIn('record'), filed('record', record))).toEqual(came('record', 'plain', 'leaves-with-plan'))
  })
})

describe('marking and sorting cues', () => {
  test('marks wait in the same scene to be sorted, and nothing is on the path yet', () => {
    const before = standingIn(marked)
    const after = play(before, [flagged(marked, 'night-work', 'numb-fingers')])
    expect(placeOf(after.snapshot.value)).toEqual({ phase: 'observe', scene: marked, isSorting: true })
    expect(after.snapshot.context).toEqual({
      ...before.snapshot.context,
      flagged: { [marked]: ['night-work', 'numb-fingers'] }
    })
  })

  test('marking nothing leaves the scene with nothing to sort', () => {
    const { context, value } = play(standingIn(marked), [flagged(marked)]).snapshot
    expect(placeOf(value)).toEqual({ phase: 'ask', scene: 'privacy', isSorting: false })
    expect([context.flagged, context.sorted]).toEqual([{ [marked]: [] }, { [marked]: {} }])
  })

  test('a scene that may be passed over may be passed over between marking and sorting', () => {
    const skip = { summary: 'You saw enough.', goTo: 'privacy' }
    const scenes = aScenario().scenes.map((scene) => (scene.id === marked ? { ...scene, skip } : scene))
    const run = play(aRun(aScenario({ scenes })), [...upTo(marked), flagged(marked, 'night-work'), skipped(marked)])
    expect(run.snapshot.context.taken.at(-1)).toEqual({ scene: marked, option: 'skip', to: 'privacy' })
  })
})

describe('a harm', () => {
  const asked = () => standingIn('start-again', repairedRun)

  test('stays open until its repair is left', () => {
    expect(asked().snapshot.context.openHarms).toEqual(['privacy/ask-now'])
    expect(play(asked(), [continued('start-again')]).snapshot.context.openHarms).toEqual([])
  })

  test('is not put right by the repair of another', () => {
    const scenes = aScenario().scenes.map((scene) =>
      scene.id === 'start-again' ? { ...scene, repairs: ['limits/promise'] } : scene
    )
    const run = play(aRun(aScenario({ scenes })), upTo('take-back', repairedRun))
    expect(run.snapshot.context.openHarms).toEqual(['privacy/ask-now', 'limits/promise'])
    expect(play(run, [chose('take-back', 'say-so')]).snapshot.context.openHarms).toEqual(['privacy/ask-now'])
  })

  test('done twice is open once', () => {
    const scenario = withChoice('privacy', 'ask-now', { goTo: 'privacy' })
    const run = play(aRun(scenario), [...upTo('privacy'), chose('privacy', 'ask-now'), chose('privacy', 'ask-now')])
    expect(run.snapshot.context.openHarms).toEqual(['privacy/ask-now'])
  })
})

describe('an ending', () => {
  test('is reached with everything that was done', () => {
    const { snapshot } = play(aRun(), wholeRun)
    expect(endingOf(snapshot)).toBe('leaves-with-plan')
    expect(snapshot.value).toEqual({ debrief: 'leaves-with-plan' })
    expect(snapshot.context).toEqual({
      seed: 'a-seed',
      role: 'registered-nurse',
      facts: {
        carePriorityMet: true,
        isPrivate: true,
        limitsStated: true,
        informationGiven: true,
        patientDeclined: true,
        disclosed: true,
        knowsReaders: true,
        trust: 'open',
        role: 'registered-nurse',
        duty: 'unknown'
      },
      openHarms: [],
      taken: [
        { scene: 'arrival', option: 'continue', to: 'first-thought' },
        { scene: 'first-thought', option: 'a-fall', to: 'care-first' },
        { scene: 'care-first', option: 'splint', to: marked },
        { scene: marked, option: 'saw-danger', to: 'privacy' },
        { scene: 'privacy', option: 'step-outside', to: 'limits' },
        { scene: 'limits', option: 'limits-plain', to: 'question' },
        { scene: 'question', option: 'open-question', to: 'listens' },
        { scene: 'listens', option: 'continue', to: 'plan' },
        { scene: 'plan', option: 'well-ordered', to: 'answer' },
        { scene: 'answer', option: 'honor', to: 'hand-over' },
        { scene: 'hand-over', option: 'clear', to: 'record' },
        { scene: 'record', option: 'back', to: 'who-reads' },
        { scene: 'who-reads', option: 'continue', to: 'record' },
        { scene: 'record', option: 'kept-safe', to: 'leaves-with-plan' }
      ],
      flagged: { [marked]: ['numb-fingers', 'answers-for-him'] },
      sorted: { [marked]: { 'numb-fingers': 'changes-now', 'answers-for-him': 'keep-in-mind' } },
      answers: {
        plan: ['film', 'ask-wish', 'offer', 'return-date'],
        'hand-over': ['wrist-plan', 'see-alone', 'his-no'],
        record
      },
      branchedAt: null
    })
  })

  test('depends on what was told', () => {
    expect(endingOf(play(aRun(), repairedRun).snapshot)).toBe('leaves-quietly')
  })

  test('is not reached while the run goes on', () => {
    for (const scene of ['arrival', 'question', 'record']) expect(endingOf(standingIn(scene).snapshot)).toBeUndefined()
  })
})

test('an act with no target whose condition holds is refused', () => {
  const scenario = withChoice('privacy', 'step-outside', {
    goTo: [{ to: 'limits', when: { fact: 'disclosed', is: true } }]
  })
  const run = play(aRun(scenario), upTo('privacy'))
  expect(takeAct(compileScenario(scenario), run.snapshot, chose('privacy', 'step-outside'))?.value).toBeUndefined()
})

function withChoice(sceneId: string, choiceId: string, changes: object): Scenario {
  const scenes = aScenario().scenes.map((scene) => {
    if (scene.id !== sceneId || scene.kind !== 'choice') return scene
    return { ...scene, choices: scene.choices.map((it) => (it.id === choiceId ? { ...it, ...changes } : it)) }
  })
  return aScenario({ scenes })
}
