import { describe, expect, test } from 'vitest'
import type { Part } from '#machines/course/parts.ts'
import { type Done, progressOf, type StepState } from '#machines/course/progress.ts'

const before: Part = { kind: 'test', id: 'before', form: 'pre' }
const reading: Part = { kind: 'lesson', id: 'reading', lesson: 'a-lesson' }
const hard: Part = { kind: 'case', id: 'hard', scenario: 'hard' }
const harder: Part = { kind: 'case', id: 'harder', scenario: 'harder' }
const after: Part = { kind: 'test', id: 'after', form: 'post' }
const thoughts: Part = { kind: 'evaluation', id: 'thoughts' }
const whole = [before, reading, hard, harder, after, thoughts]

const known = {
  minutesOf: ({ kind }: Part) => ({ test: 4.6, lesson: 3, case: 10, evaluation: 2 })[kind],
  isHeavy: (scenario: string) => scenario.startsWith('hard')
}

function done(changes: Partial<Done> = {}): Done {
  return { lessons: new Set(), cases: new Set(), pre: 'none', post: 'none', isEvaluated: false, ...changes }
}

const all = { lessons: new Set(['a-lesson']), cases: new Set(['hard', 'harder']) }

function statesOf(changes: Partial<Done>, parts = whole): StepState[] {
  return progressOf(parts, done(changes), known).steps.map(({ state }) => state)
}

test('a course not begun, whole', () => {
  const step = (part: Part, state: StepState, minutes: number) => ({ part, state, minutes, asksFirst: false })
  const next = step(before, 'next', 4.6)
  expect(progressOf(whole, done(), known)).toEqual({
    steps: [
      next,
      step(reading, 'open', 3),
      step(hard, 'open', 10),
      step(harder, 'open', 10),
      step(after, 'waiting', 4.6),
      step(thoughts, 'waiting', 2)
    ],
    next,
    minutesLeft: 34,
    isFinished: false
  })
})

test.each<[string, Partial<Done>, StepState[]]>([
  ['the first test under way', { pre: 'open' }, ['next', 'open', 'open', 'open', 'waiting', 'waiting']],
  ['the first test handed in', { pre: 'submitted' }, ['done', 'next', 'open', 'open', 'waiting', 'waiting']],
  ['a later case first', { cases: new Set(['harder']) }, ['next', 'open', 'open', 'done', 'waiting', 'waiting']],
  ['all but a lesson', { cases: all.cases, pre: 'submitted' }, ['done', 'next', 'done', 'done', 'waiting', 'waiting']],
  ['all without the first test', all, ['passed-over', 'done', 'done', 'done', 'next', 'waiting']],
  [
    'a first test left open until the end',
    { ...all, pre: 'open' },
    ['passed-over', 'done', 'done', 'done', 'next', 'waiting']
  ],
  [
    'the last test not passed',
    { ...all, pre: 'submitted', post: 'submitted' },
    ['done', 'done', 'done', 'done', 'next', 'waiting']
  ],
  [
    'the last test passed',
    { ...all, pre: 'submitted', post: 'passed' },
    ['done', 'done', 'done', 'done', 'done', 'next']
  ],
  ['evaluated', { ...all, post: 'passed', isEvaluated: true }, ['passed-over', 'done', 'done', 'done', 'done', 'done']],
  [
    'the last test passed and a lesson new since',
    { cases: all.cases, post: 'passed' },
    ['passed-over', 'next', 'done', 'done', 'done', 'waiting']
  ]
])('%s', (_, changes, states) => {
  expect(statesOf(changes)).toEqual(states)
})

test('without a test at the end, the evaluation opens with the last lesson or case', () => {
  const parts = [reading, hard, thoughts]
  expect(statesOf({ lessons: all.lessons }, parts)).toEqual(['done', 'next', 'waiting'])
  expect(statesOf(all, parts)).toEqual(['done', 'done', 'next'])
})

test('a finished course has nothing next and no minutes left', () => {
  const finished = progressOf(whole, done({ ...all, post: 'passed', isEvaluated: true }), known)
  const { next, minutesLeft, isFinished } = finished
  expect({ next, minutesLeft, isFinished }).toEqual({ next: undefined, minutesLeft: 0, isFinished: true })
})

describe('a hard case straight after another', () => {
  const asked = (changes: Partial<Done>) =>
    progressOf(whole, done(changes), known).steps.flatMap(({ part, asksFirst }) => (asksFirst ? [part.id] : []))

  test('asks first, whichever hard case is open', () => {
    expect(asked({ cases: new Set(['hard']), last: { kind: 'case', id: 'hard' } })).toEqual(['harder'])
    expect(asked({ last: { kind: 'case', id: 'hard-elsewhere' } })).toEqual(['hard', 'harder'])
  })

  test('asks nothing after a lesson, a lighter case or a night', () => {
    expect(asked({ cases: new Set(['hard']), last: { kind: 'lesson', id: 'a-lesson' } })).toEqual([])
    expect(asked({ last: { kind: 'case', id: 'light' } })).toEqual([])
    expect(asked({ cases: new Set(['hard']) })).toEqual([])
  })
})
