import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssessmentContext } from '#machines/assessment/machine.ts'
import { resultView } from '#machines/assessment/result.ts'
import { outlineOf, questionView } from '#machines/assessment/view.ts'
import { aQuestion, aSeveral, aSingle, aTestStart, rightIn, wrongIn } from '#tests/helpers/items.ts'

const paper = [
  aQuestion('door', aSingle('the door'), 'privacy'),
  aQuestion('flags', aSeveral('the flags'), 'asking'),
  aQuestion('phone', aSingle('the phone'), 'privacy')
]
const post = aTestStart('post', { paper })
const right = Object.fromEntries(paper.map((question) => [question.id, rightIn(question)]))
const wrong = Object.fromEntries(paper.map((question) => [question.id, wrongIn(question).slice(0, 1)]))

/** Everything a view says, keys and all. */
const said = (view: unknown) => JSON.stringify(view)

function result(context: AssessmentContext, before?: AssessmentContext) {
  const view = resultView(context, before)
  if (view.kind === 'recorded') throw new Error('This is a first test')
  return view
}

describe('an open test', () => {
  test('says how many questions there are and which are answered', () => {
    const answers = { 'flags-a': ['fits-1'] }
    expect(outlineOf({ started: post, answers })).toEqual({
      form: 'post',
      passMark: 80,
      total: 3,
      answered: 1,
      firstOpen: 1,
      questions: [
        { number: 1, stem: 'What do you do first in the door?', isAnswered: false },
        { number: 2, stem: 'Which of these belong to the flags?', isAnswered: true },
        { number: 3, stem: 'What do you do first in the phone?', isAnswered: false }
      ]
    })
    expect(outlineOf({ started: post, answers: right })).toMatchObject({ answered: 3, firstOpen: null })
  })

  test('shows a question with what is marked, in the same order every time', () => {
    const view = questionView({ started: post, answers: { 'flags-a': ['other-2', 'fits-1'] } }, 2)
    expect(view).toEqual({
      item: 'flags-a',
      number: 2,
      of: 3,
      kind: 'several',
      stem: 'Which of these belong to the flags?',
      options: [
        { id: 'other-3', text: 'Other 3 in the flags', isChosen: false },
        { id: 'other-1', text: 'Other 1 in the flags', isChosen: false },
        { id: 'fits-1', text: 'Fits 1 in the flags', isChosen: true },
        { id: 'other-2', text: 'Other 2 in the flags', isChosen: true },
        { id: 'fits-2', text: 'Fits 2 in the flags', isChosen: false }
      ]
    })
  })

  test('has no question before the first or after the last', () => {
    const context = { started: post, answers: {} }
    expect([0, 4, -1, 1.5, Number.NaN].map((number) => questionView(context, number))).toEqual(Array(5).fill(undefined))
  })

  test('says nothing of what is right, why, or on what it rests, and nothing that depends on it', () => {
    fc.assert(
      fc.property(fc.constantFrom(right, wrong, {}), fc.string({ minLength: 1, maxLength: 20 }), (answers, seed) => {
        const views = (started: typeof post) => {
          const context = { started, answers }
          return said([outlineOf(context), ...paper.map((_, index) => questionView(context, index + 1))])
        }
        const turned = paper.map((question) => ({
          ...question,
          sources: ['another-source'],
          options: question.options.map(({ right: isRight, ...option }) => ({
            ...option,
            why: 'Another reason.',
            ...(!isRight && { right: true as const })
          }))
        }))
        expect(views({ ...post, seed, paper: turned })).toBe(views({ ...post, seed }))
        expect(views({ ...post, seed })).not.toMatch(/reason|"right"|"why"|sources|score|objective/i)
      })
    )
  })
})

describe('a first test handed in', () => {
  test('says that it is recorded and nothing else', () => {
    for (const answers of [right, wrong])
      expect(resultView({ started: aTestStart('pre', { paper }), answers })).toEqual({ kind: 'recorded' })
  })
})

describe('a test that is not passed', () => {
  const view = result({ started: post, answers: { ...wrong, 'flags-a': ['fits-1', 'fits-2', 'other-1'] } })

  test('says what was reached and needed, and how each objective stands', () => {
    expect(view).toMatchObject({
      kind: 'failed',
      worth: { reached: 66, needed: 240, questions: 3 },
      objectives: [
        { objective: 'privacy', share: 'little' },
        { objective: 'asking', share: 'most' }
      ]
    })
  })

  test('gives the reasons for every option of every question, and no key beyond them', () => {
    expect(view.questions.map(({ number, stem, sources }) => ({ number, stem, sources }))).toEqual(
      paper.map(({ stem, sources = [] }, index) => ({ number: index + 1, stem, sources }))
    )
    for (const [index, { options, tally }] of view.questions.entries()) {
      expect(tally).toBeNull()
      expect(options.map(({ isRight }) => isRight)).toEqual(options.map(() => null))
      expect(options.map(({ why }) => why).toSorted()).toEqual(paper[index]?.options.map(({ why }) => why).toSorted())
    }
    expect(view.questions[0]?.options.filter(({ wasChosen }) => wasChosen).map(({ id }) => id)).toEqual(['ask-both'])
  })

  test('does not bring up the first test', () => {
    const before = { started: aTestStart('pre', { paper }), answers: right }
    const failed = { started: post, answers: wrong }
    expect(resultView(failed, before)).toEqual(resultView(failed))
  })
})

describe('a test that is passed', () => {
  const before = {
    started: aTestStart('pre', { paper }),
    answers: { ...right, 'door-a': ['wait'], 'flags-a': ['other-1'] }
  }
  const view = result(
    { started: { ...post, passMark: 60 }, answers: { ...right, 'flags-a': ['fits-2', 'other-3'] } },
    before
  )

  test('shows which options were right and what was found', () => {
    expect(view.kind).toBe('passed')
    expect(view.questions.map(({ tally }) => tally)).toEqual([
      null,
      { found: 1, right: 2, unsupported: 1, wrong: 3 },
      null
    ])
    for (const { options } of view.questions)
      expect(options.filter(({ isRight }) => isRight).map(({ why }) => why)).toEqual(
        options.filter(({ id }) => id === 'see-alone' || id.startsWith('fits')).map(({ why }) => why)
      )
  })

  test('stands beside the first test by objective', () => {
    expect(view).toMatchObject({
      worth: { reached: 216, needed: 180, questions: 3 },
      objectives: [
        { objective: 'privacy', share: 'all', before: 'some' },
        { objective: 'asking', share: 'little', before: 'little' }
      ]
    })
  })

  test('stands alone where there was no first test, or none on that objective', () => {
    const passed = { started: post, answers: right }
    expect(result(passed).objectives).toEqual([
      { objective: 'privacy', share: 'all', before: null },
      { objective: 'asking', share: 'all', before: null }
    ])
    const other = { started: aTestStart('pre', { paper: paper.slice(1, 2) }), answers: right }
    expect(result(passed, other).objectives).toMatchObject([{ before: null }, { before: 'all' }])
  })
})

test('what is shown as reached is never below what is needed of one who passed, nor at it of one who did not', () => {
  const marks = fc.tuple(
    ...paper.map(({ options }) =>
      fc.subarray(
        options.map(({ id }) => id),
        { minLength: 1 }
      )
    )
  )
  fc.assert(
    fc.property(marks, fc.integer({ min: 1, max: 100 }), (chosen, passMark) => {
      const answers = Object.fromEntries(paper.map(({ id }, index) => [id, chosen[index] ?? []]))
      const { kind, worth } = result({ started: { ...post, passMark }, answers })
      expect(worth.reached >= worth.needed).toBe(kind === 'passed')
    })
  )
})
