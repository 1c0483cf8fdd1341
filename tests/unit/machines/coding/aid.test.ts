import { describe, expect, test } from 'vitest'
import {
  type AidAnswers,
  addressOf,
  aidResult,
  answersBefore,
  answersTo,
  choicesAfter,
  everyPath,
  nextQuestion,
  pathOf,
  readAnswers
} from '#machines/coding/aid.ts'
import { decide } from '#machines/coding/decide.ts'

const fifteenToday: AidAnswers = { certainty: 'suspected', kind: 'sexual', age: 'child', visit: 'active' }

/** Every run of answers, and what it leads to. */
const table = [
  ['suspected sexual adult active', 'T76.51XA'],
  ['suspected sexual adult subsequent', 'T76.51XD'],
  ['suspected sexual adult sequela', 'T76.51XS'],
  ['suspected sexual child active', 'T76.52XA'],
  ['suspected sexual child subsequent', 'T76.52XD'],
  ['suspected sexual child sequela', 'T76.52XS'],
  ['suspected labor adult active', 'T76.61XA'],
  ['suspected labor adult subsequent', 'T76.61XD'],
  ['suspected labor adult sequela', 'T76.61XS'],
  ['suspected labor child active', 'T76.62XA'],
  ['suspected labor child subsequent', 'T76.62XD'],
  ['suspected labor child sequela', 'T76.62XS'],
  ['confirmed sexual adult active', 'T74.51XA'],
  ['confirmed sexual adult subsequent', 'T74.51XD'],
  ['confirmed sexual adult sequela', 'T74.51XS'],
  ['confirmed sexual child active', 'T74.52XA'],
  ['confirmed sexual child subsequent', 'T74.52XD'],
  ['confirmed sexual child sequela', 'T74.52XS'],
  ['confirmed labor adult active', 'T74.61XA'],
  ['confirmed labor adult subsequent', 'T74.61XD'],
  ['confirmed labor adult sequela', 'T74.61XS'],
  ['confirmed labor child active', 'T74.62XA'],
  ['confirmed labor child subsequent', 'T74.62XD'],
  ['confirmed labor child sequela', 'T74.62XS'],
  ['ruled-out sexual', 'Z04.81'],
  ['ruled-out labor', 'Z04.82'],
  ['history childhood', 'Z62.813'],
  ['history adulthood', 'Z91.42'],
  ['none', null]
] as const

function inWords(answers: AidAnswers): string {
  return pathOf(answers)
    .map((question) => answers[question])
    .join(' ')
}

describe('the aid', () => {
  test('leads every run of answers to its code, in four choices at most', () => {
    const found = everyPath().map((answers) => [inWords(answers), aidResult(answers)?.code])
    expect(found.toSorted()).toEqual(table.map(([words, code]) => [words, code]).toSorted())
    expect(Math.max(...everyPath().map((answers) => Object.keys(answers).length))).toBe(4)
  })

  test('decides as the table of decisions does', () => {
    for (const answers of everyPath()) {
      const { certainty = 'none', kind, age, happened } = answers
      const decision = decide({
        certainty,
        exploitation: kind ?? (certainty === 'history' ? 'labor' : 'none'),
        age: age ?? 'adult',
        inChildhood: happened === 'childhood',
        otherAbuse: [],
        pregnant: false,
        statement: ''
      })
      const result = aidResult(answers)
      expect(result?.decision).toEqual(decision)
      expect(result?.row).toBe(certainty)
      expect(result?.category).toBe(decision.categories[0] ?? null)
      if (answers.visit === 'active') expect(result?.code).toBe(decision.complete[0])
    }
  })

  test('asks one question after another', () => {
    const asked: (string | null)[] = [nextQuestion({})]
    let answers: AidAnswers = {}
    for (const value of ['suspected', 'sexual', 'child', 'active']) {
      answers = choicesAfter(answers).find((choice) => choice.value === value)?.next ?? answers
      asked.push(nextQuestion(answers))
    }
    expect(asked).toEqual(['certainty', 'kind', 'age', 'visit', null])
    expect(answers).toEqual(fifteenToday)
    expect(choicesAfter(answers)).toEqual([])
    expect(aidResult({ certainty: 'suspected' })).toBeNull()
  })

  test('goes back to any question', () => {
    expect(answersBefore('certainty', fifteenToday)).toEqual({})
    expect(answersBefore('age', fifteenToday)).toEqual({ certainty: 'suspected', kind: 'sexual' })
  })
})

describe('an address', () => {
  test('holds the answers and gives them back', () => {
    expect(addressOf(fifteenToday)).toBe('certainty=suspected&kind=sexual&age=child&visit=active')
    for (const answers of everyPath()) {
      expect(readAnswers(Object.fromEntries(new URLSearchParams(addressOf(answers))))).toEqual(answers)
    }
  })

  test('gives nothing that is unknown, out of its order or not asked for', () => {
    expect(readAnswers({})).toEqual({})
    expect(readAnswers({ certainty: 'maybe', kind: 'sexual' })).toEqual({})
    expect(readAnswers({ certainty: ['suspected', 'confirmed'] })).toEqual({})
    expect(readAnswers({ certainty: 'suspected', age: 'child' })).toEqual({ certainty: 'suspected' })
    expect(readAnswers({ certainty: 'history', kind: 'labor', happened: 'adulthood' })).toEqual({
      certainty: 'history',
      happened: 'adulthood'
    })
  })

  test('of a code leads to it, where the aid knows the code', () => {
    expect(answersTo('T76.52XA')).toEqual(fifteenToday)
    expect(answersTo('T76.52')).toBeNull()
    expect(answersTo('Y07.6')).toBeNull()
  })
})
