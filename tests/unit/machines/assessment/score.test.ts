import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PaperQuestion } from '#machines/assessment/events.ts'
import { scoreOf, sixtiethsFor, tallyOf } from '#machines/assessment/score.ts'
import { aQuestion, aSeveral, aSingle, aTestStart, rightIn, wrongIn } from '#tests/helpers/items.ts'

const several = (right: number, wrong: number) => aQuestion('flags', aSeveral('flags', { right, wrong }))

/** A question with any counts an item may have, and any marks under it. */
const marked = fc
  .integer({ min: 2, max: 5 })
  .chain((right) => fc.record({ right: fc.constant(right), wrong: fc.integer({ min: 1, max: 6 - right }) }))
  .map(({ right, wrong }) => several(right, wrong))
  .chain((question) =>
    fc.record({ question: fc.constant(question), chosen: fc.subarray(question.options.map(({ id }) => id)) })
  )

describe('a question with one answer', () => {
  const question = aQuestion('door', aSingle('the door'))

  test.each([
    [['see-alone'], 60],
    [['wait'], 0],
    [[], 0]
  ])('%j is worth %i sixtieths', (chosen, worth) => {
    expect(sixtiethsFor(question, chosen)).toBe(worth)
  })
})

describe('a question with several answers', () => {
  test.each([
    ['all found', ['fits-1', 'fits-2'], 60],
    ['half found', ['fits-1'], 30],
    ['all found and one of three unsupported', ['fits-1', 'fits-2', 'other-2'], 40],
    ['half found and one of three unsupported', ['fits-1', 'other-1'], 10],
    ['half found and two of three unsupported', ['fits-1', 'other-1', 'other-2'], 0],
    ['only unsupported', ['other-1', 'other-2', 'other-3'], 0],
    ['everything marked', ['fits-1', 'fits-2', 'other-1', 'other-2', 'other-3'], 0],
    ['nothing marked', [], 0]
  ])('%s', (_, chosen, worth) => {
    expect(sixtiethsFor(several(2, 3), chosen)).toBe(worth)
  })

  test('counts what was found and what nothing supports', () => {
    expect(tallyOf(several(2, 3), ['fits-2', 'other-1', 'other-3'])).toEqual({
      found: 1,
      right: 2,
      unsupported: 2,
      wrong: 3
    })
  })

  test('is worth whole sixtieths from nothing to one question, never more than the formula gives', () => {
    fc.assert(
      fc.property(marked, ({ question, chosen }) => {
        const worth = sixtiethsFor(question, chosen)
        const right = rightIn(question)
        const wrong = wrongIn(question)
        const hits = chosen.filter((id) => right.includes(id)).length
        const misses = chosen.length - hits
        // In fractions of right × wrong, where every number is whole.
        const exact = hits * wrong.length - misses * right.length
        expect(Number.isInteger(worth)).toBe(true)
        expect(worth * right.length * wrong.length).toBe(60 * Math.max(0, exact))
        expect(worth).toBeGreaterThanOrEqual(0)
        expect(worth).toBeLessThanOrEqual(60)
      })
    )
  })

  test('rises with a right mark and never rises with another', () => {
    fc.assert(
      fc.property(marked, ({ question, chosen }) => {
        const worth = sixtiethsFor(question, chosen)
        const missing = rightIn(question).find((id) => !chosen.includes(id))
        const extra = wrongIn(question).find((id) => !chosen.includes(id))
        if (missing) expect(sixtiethsFor(question, [...chosen, missing])).toBeGreaterThanOrEqual(worth)
        if (extra) expect(sixtiethsFor(question, [...chosen, extra])).toBeLessThanOrEqual(worth)
      })
    )
  })
})

describe('a test', () => {
  const paper = (...questions: PaperQuestion[]) => aTestStart('post', { paper: questions })

  test('adds up its questions, by objective too', () => {
    const started = paper(
      aQuestion('one', aSingle('one'), 'privacy'),
      aQuestion('two', aSeveral('two'), 'asking'),
      aQuestion('three', aSingle('three'), 'privacy')
    )
    const answers = { 'one-a': ['see-alone'], 'two-a': ['fits-1', 'fits-2', 'other-1'], 'three-a': ['wait'] }
    expect(scoreOf({ started, answers })).toEqual({
      sixtieths: 100,
      of: 180,
      percent: 55,
      passed: false,
      objectives: [
        { objective: 'privacy', sixtieths: 60, of: 120 },
        { objective: 'asking', sixtieths: 40, of: 60 }
      ]
    })
  })

  test('is passed at its mark exactly, and not a sixtieth below', () => {
    const started = paper(
      ...['a', 'b', 'c', 'd'].map((id) => aQuestion(id, aSingle(id))),
      aQuestion('e', aSeveral('e'))
    )
    const four = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [`${id}-a`, ['see-alone']]))
    expect(scoreOf({ started, answers: four })).toMatchObject({ percent: 80, passed: true })
    const almost = { ...four, 'd-a': ['wait'], 'e-a': ['fits-1', 'fits-2', 'other-1'] }
    expect(scoreOf({ started, answers: almost })).toMatchObject({ sixtieths: 220, percent: 73, passed: false })
    const near = { started: { ...started, passMark: 74 }, answers: almost }
    expect(scoreOf(near)).toMatchObject({ percent: 73, passed: false })
    expect(scoreOf({ ...near, started: { ...started, passMark: 73 } })).toMatchObject({ passed: true })
  })

  test('is neither passed nor failed where it comes first', () => {
    expect(scoreOf({ started: aTestStart('pre'), answers: {} })).toMatchObject({
      sixtieths: 0,
      percent: 0,
      passed: null
    })
  })

  test('never says more percent than were reached, and passes by what was reached', () => {
    fc.assert(
      fc.property(
        fc.array(marked, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 1, max: 100 }),
        (all, passMark) => {
          const questions = all.map(({ question }, index) => ({ ...question, id: `q-${index}` }))
          const answers = Object.fromEntries(all.map(({ chosen }, index) => [`q-${index}`, chosen]))
          const score = scoreOf({ started: aTestStart('post', { paper: questions, passMark }), answers })
          expect(score.percent * score.of).toBeLessThanOrEqual(score.sixtieths * 100)
          expect((score.percent + 1) * score.of).toBeGreaterThan(score.sixtieths * 100)
          expect(score.passed).toBe(score.percent >= passMark)
        }
      )
    )
  })
})
