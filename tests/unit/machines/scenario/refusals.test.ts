import { describe, expect, test } from 'vitest'
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
  wholeRun
} from '#tests/helpers/runs.ts'

const marked = 'what-stands-out'
const allFiled = { chart: 'his-words', portal: 'held-back', 'visit-summary': 'wrist-only' }

/** A stand of the case, and one act of each kind that is well formed for some scene. */
const stands: Record<string, { run: () => Run; takes: LearnerEvent['type'][] }> = {
  'a narrative scene': { run: () => standingIn('arrival'), takes: ['learner.continued'] },
  'a first impression': { run: () => standingIn('first-thought'), takes: ['learner.chose'] },
  'a single choice': { run: () => standingIn('privacy'), takes: ['learner.chose'] },
  'a scene that may be passed over': { run: () => standingIn('question'), takes: ['learner.chose', 'learner.skipped'] },
  'a choice of words': { run: () => standingIn('limits'), takes: ['learner.chose'] },
  'cues to mark': { run: () => standingIn(marked), takes: ['learner.flagged'] },
  'cues to sort': { run: () => standingIn(marked, wholeRun, 'learner.sorted'), takes: ['learner.sorted'] },
  'steps to order': { run: () => standingIn('plan'), takes: ['learner.ordered'] },
  'a hand-over': { run: () => standingIn('hand-over'), takes: ['learner.handed-over'] },
  'a record': { run: () => standingIn('record'), takes: ['learner.filed', 'learner.returned'] },
  'a record with no way back': {
    run: () => play(standingIn('record'), [returned('record'), continued('who-reads')]),
    takes: ['learner.filed']
  },
  'an ending': { run: () => play(aRun(), wholeRun), takes: [] },
  'another ending': { run: () => play(aRun(), repairedRun), takes: [] }
}

/** One act of every kind, each the best there is for the scene. */
function actsOn(scene: string): LearnerEvent[] {
  const choices: Record<string, string> = {
    'first-thought': 'a-fall',
    privacy: 'step-outside',
    question: 'open-question',
    limits: 'limits-plain'
  }
  return [
    continued(scene),
    skipped(scene),
    returned(scene),
    chose(scene, choices[scene] ?? 'splint'),
    flagged(scene, 'numb-fingers'),
    sorted(scene, { 'numb-fingers': 'changes-now', 'answers-for-him': 'keep-in-mind' }),
    ordered(scene, 'film', 'ask-wish', 'offer', 'return-date'),
    filed(scene, allFiled),
    handedOver(scene, 'wrist-plan')
  ]
}

function refuses(run: Run, act: LearnerEvent): void {
  const before = JSON.stringify(run.snapshot)
  expect(takeAct(run.machine, run.snapshot, act)?.value, JSON.stringify(act)).toBeUndefined()
  expect(JSON.stringify(run.snapshot)).toBe(before)
}

describe.each(Object.entries(stands))('%s', (_, { run: stand, takes }) => {
  const run = stand()
  const here = endingOf(run.snapshot) ?? sceneOf(run)

  test('takes the acts of its kind and refuses every other kind', () => {
    for (const act of actsOn(here)) {
      if (takes.includes(act.type)) expect(takeAct(run.machine, run.snapshot, act), act.type).toBeDefined()
      if (!takes.includes(act.type)) refuses(run, act)
    }
  })

  test('refuses acts of its kind in any other scene, known or not', () => {
    const others = [...run.scenario.scenes.map((scene) => scene.id), 'leaves-quietly', 'no-such-scene', 'wrist', 'ask']
    for (const other of others.filter((id) => id !== here)) for (const act of actsOn(other)) refuses(run, act)
  })
})

describe('a choice', () => {
  test('that does not exist is refused', () => {
    refuses(standingIn('privacy'), chose('privacy', 'no-such-choice'))
    refuses(standingIn('first-thought'), chose('first-thought', 'no-such-thought'))
    refuses(standingIn('limits'), chose('limits', 'no-such-words'))
  })

  test('of another scene is refused', () => {
    refuses(standingIn('privacy'), chose('privacy', 'splint'))
    refuses(standingIn('limits'), chose('limits', 'say-so'))
  })

  test('that is hidden by its condition is refused, and taken where the condition holds', () => {
    const nurse = standingIn('care-first')
    refuses(nurse, chose('care-first', 'order-film'))
    const physician = play(aRun(nurse.scenario, { role: 'physician' }), wholeRun.slice(0, 2))
    expect(takeAct(physician.machine, physician.snapshot, chose('care-first', 'order-film'))).toBeDefined()
    refuses(standingIn('answer', repairedRun), chose('answer', 'offer-once-more'))
    const told = standingIn('answer')
    expect(takeAct(told.machine, told.snapshot, chose('answer', 'offer-once-more'))).toBeDefined()
  })

  test('by the name of a plain act is refused', () => {
    for (const name of ['continue', 'skip', 'back']) {
      refuses(standingIn('privacy'), chose('privacy', name))
      refuses(standingIn('question'), chose('question', name))
    }
  })
})

describe('marking cues', () => {
  test('refuses a cue that is not in the scene', () => {
    refuses(standingIn(marked), flagged(marked, 'no-such-cue'))
    refuses(standingIn(marked), flagged(marked, 'numb-fingers', 'no-such-cue'))
  })

  test('refuses a cue marked twice', () => refuses(standingIn(marked), flagged(marked, 'night-work', 'night-work')))

  test('refuses to mark anew once cues wait to be sorted', () => {
    const run = standingIn(marked, wholeRun, 'learner.sorted')
    refuses(run, flagged(marked, 'night-work'))
    refuses(run, flagged(marked))
  })
})

describe('sorting cues', () => {
  const run = standingIn(marked, wholeRun, 'learner.sorted')

  test('refuses a cue that was not marked', () => {
    const more = {
      'numb-fingers': 'changes-now',
      'answers-for-him': 'keep-in-mind',
      'night-work': 'not-a-sign'
    } as const
    refuses(run, sorted(marked, more))
    refuses(run, sorted(marked, { 'numb-fingers': 'changes-now', 'night-work': 'not-a-sign' }))
  })

  test('refuses to leave a marked cue out', () => {
    refuses(run, sorted(marked, { 'numb-fingers': 'changes-now' }))
    refuses(run, sorted(marked, {}))
  })

  test('refuses a bin that does not exist', () => {
    // A forged form can name any bin; the type alone rules it out.
    const forged = { 'numb-fingers': 'changes-now' as const, 'answers-for-him': 'no-such-bin' as 'not-a-sign' }
    refuses(run, sorted(marked, forged))
  })

  test('refuses sorting before anything is marked', () => refuses(standingIn(marked), sorted(marked, {})))
})

describe('ordering steps', () => {
  test.each([
    ['too few', ['film', 'ask-wish', 'offer']],
    ['none', []],
    ['one twice', ['film', 'film', 'offer', 'return-date']],
    ['one more, twice', ['film', 'ask-wish', 'offer', 'return-date', 'film']],
    ['an unknown one', ['film', 'ask-wish', 'offer', 'no-such-step']],
    ['an unknown one besides', ['film', 'ask-wish', 'offer', 'return-date', 'no-such-step']]
  ])('refuses %s', (_, steps) => refuses(standingIn('plan'), ordered('plan', ...steps)))
})

describe('filing', () => {
  test.each<[string, Record<string, string>]>([
    ['a missing place', { chart: 'his-words', portal: 'held-back' }],
    ['no place', {}],
    ['a place that is not there', { ...allFiled, claim: 'his-words' }],
    ['another place instead', { chart: 'his-words', portal: 'held-back', claim: 'wrist-only' }],
    ['an unknown option', { ...allFiled, chart: 'no-such-option' }],
    ['an option of another place', { ...allFiled, chart: 'held-back' }]
  ])('refuses %s', (_, places) => {
    refuses(standingIn('record'), filed('record', places))
  })
})

describe('handing over', () => {
  test.each([
    ['none', []],
    ['four sentences', ['wrist-plan', 'see-alone', 'his-no', 'my-guess']],
    ['one twice', ['wrist-plan', 'wrist-plan']],
    ['an unknown one', ['wrist-plan', 'no-such-sentence']]
  ])('refuses %s', (_, sentences) => refuses(standingIn('hand-over'), handedOver('hand-over', ...sentences)))
})

describe('the first event of a log', () => {
  test('is refused at every later place', () => {
    for (const { run: stand } of Object.values(stands)) {
      const run = stand()
      // A log holds one start only; the act's type rules it out, a damaged log does not.
      const again = { ...run.snapshot.context, type: 'attempt.started', scene: 'arrival' } as unknown as LearnerEvent
      refuses(run, again)
    }
  })
})

function sceneOf(run: Run): string {
  const [inside] = Object.values(run.snapshot.value)
  const [scene] = typeof inside === 'string' ? [inside] : Object.keys(inside ?? {})
  return scene ?? ''
}
