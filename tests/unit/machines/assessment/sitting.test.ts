import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AssessmentStep, assessmentEventSchema } from '#machines/assessment/events.ts'
import { unanswered } from '#machines/assessment/machine.ts'
import {
  continueSitting,
  isSubmitted,
  type SittingSnapshot,
  startSitting,
  takeStep
} from '#machines/assessment/sitting.ts'
import { aQuestion, aSeveral, aSingle, aTestStart } from '#tests/helpers/items.ts'

const paper = [aQuestion('door', aSingle('the door')), aQuestion('flags', aSeveral('the flags'))]
const started = aTestStart('post', { paper })
const answered = (item: string, ...options: string[]): AssessmentStep => ({ type: 'learner.answered', item, options })
const handedIn: AssessmentStep = { type: 'assessment.submitted' }
const whole = [answered('door-a', 'wait'), answered('flags-a', 'fits-1', 'other-2')]

function played(...steps: AssessmentStep[]): SittingSnapshot {
  const { snapshot, refusedAt } = continueSitting(startSitting(started), steps)
  if (refusedAt !== undefined) throw new Error(`Step ${refusedAt} was refused`)
  return snapshot
}

describe('an open test', () => {
  test('begins with what its first event says and no answers', () => {
    expect(played().context).toEqual({ started, answers: {} })
    expect(isSubmitted(played())).toBe(false)
  })

  test('keeps answers in any order and lets each be changed', () => {
    const changed = played(
      answered('flags-a', 'fits-2'),
      answered('door-a', 'wait'),
      answered('flags-a', 'other-1', 'fits-1')
    )
    expect(changed.context.answers).toEqual({ 'door-a': ['wait'], 'flags-a': ['other-1', 'fits-1'] })
  })

  test.each([
    ['a question that is not on the paper', answered('window-a', 'wait')],
    ['a name every object has', answered('constructor', 'constructor')],
    ['an option of another question', answered('door-a', 'fits-1')],
    ['two answers where one is asked for', answered('door-a', 'wait', 'see-alone')],
    ['the same answer twice', answered('flags-a', 'fits-1', 'fits-1')],
    ['no answer', answered('flags-a')],
    ['being handed in with a question open', handedIn]
  ])('refuses %s', (_, step) => {
    const before = played(answered('door-a', 'wait'))
    expect(takeStep(before, step)?.value).toBeUndefined()
    expect(before.context.answers).toEqual({ 'door-a': ['wait'] })
  })

  test('says what is not answered, in the order of the paper', () => {
    expect(unanswered(played().context)).toEqual(paper)
    expect(unanswered(played(answered('door-a', 'wait')).context)).toEqual(paper.slice(1))
  })
})

describe('a test handed in', () => {
  const done = played(...whole, handedIn)

  test('is over, with its answers as they were', () => {
    expect([isSubmitted(done), done.context.answers]).toEqual([
      true,
      { 'door-a': ['wait'], 'flags-a': ['fits-1', 'other-2'] }
    ])
  })

  test.each([
    ['another answer', answered('door-a', 'see-alone')],
    ['the same answer', answered('door-a', 'wait')],
    ['being handed in again', handedIn]
  ])('refuses %s', (_, step) => {
    expect(takeStep(done, step)?.value).toBeUndefined()
  })
})

const anyStep: fc.Arbitrary<AssessmentStep> = fc.oneof(
  { arbitrary: fc.constant(handedIn), weight: 1 },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...paper).chain(({ id, options }) =>
      fc.record({
        type: fc.constant('learner.answered' as const),
        item: fc.constant(id),
        options: fc.subarray(options.map((it) => it.id))
      })
    )
  }
)

describe('any log', () => {
  test('comes to the same state each time, whole or resumed, and survives being stored', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), fc.nat({ max: 30 }), (steps, at) => {
        const log: AssessmentStep[] = []
        let snapshot = startSitting(started)
        for (const step of steps) {
          const next = takeStep(snapshot, step)
          if (next) log.push(step)
          snapshot = next ?? snapshot
        }
        const stored = log.map((step) => assessmentEventSchema.parse(JSON.parse(JSON.stringify(step))))
        const again = startSitting(structuredClone(started))
        const first = continueSitting(again, stored.slice(0, at))
        const second = continueSitting(first.snapshot, stored.slice(at))
        expect([first.refusedAt, second.refusedAt]).toEqual([undefined, undefined])
        expect(JSON.stringify(second.snapshot)).toBe(JSON.stringify(snapshot))
        expect(JSON.stringify(again)).toBe(JSON.stringify(startSitting(started)))
      })
    )
  })
})

describe('the first event', () => {
  test('survives being stored', () => {
    for (const form of ['pre', 'post'] as const)
      expect(assessmentEventSchema.parse(JSON.parse(JSON.stringify(aTestStart(form))))).toEqual(aTestStart(form))
  })

  test.each([
    ['an empty paper', { paper: [] }],
    ['a question twice', { paper: [...paper, ...paper.slice(0, 1)] }],
    ['seven options', { paper: [aQuestion('many', aSeveral('many', { right: 4, wrong: 3 }))] }],
    ['a pass mark over 100', { passMark: 101 }],
    ['an unknown form', { form: 'final' }],
    ['a field nobody knows', { learner: 'somebody' }]
  ])('with %s is no such event', (_, changes) => {
    expect(assessmentEventSchema.safeParse({ ...started, ...changes }).success).toBe(false)
  })
})
