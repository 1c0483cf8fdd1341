import { expect, test } from 'vitest'
import { coverageOf, type Taught } from '#machines/course/coverage.ts'

const taught: Taught[] = [
  { kind: 'lesson', id: 'limits', competencies: ['C0', 'C5'], topics: ['information-sharing'], minutes: 7 },
  { kind: 'case', id: 'sc01', competencies: ['C5'], topics: ['information-sharing', 'response'], minutes: 9 },
  { kind: 'question', id: 'say-first-a', competencies: ['C5'], topics: ['response'], minutes: 0 },
  { kind: 'question', id: 'say-first-b', competencies: ['C5'], topics: ['response'], minutes: 0 }
]

test('a part counts whole in every competency it names, and a competency that nothing names stays', () => {
  expect(coverageOf(['C0', 'C1', 'C5'], 'competencies', taught)).toEqual([
    { id: 'C0', lessons: ['limits'], cases: [], questions: 0, minutes: 7 },
    { id: 'C1', lessons: [], cases: [], questions: 0, minutes: 0 },
    { id: 'C5', lessons: ['limits'], cases: ['sc01'], questions: 2, minutes: 16 }
  ])
})

test('topics are counted by their own names', () => {
  expect(coverageOf(['response', 'information-sharing'], 'topics', taught)).toEqual([
    { id: 'response', lessons: [], cases: ['sc01'], questions: 2, minutes: 9 },
    { id: 'information-sharing', lessons: ['limits'], cases: ['sc01'], questions: 0, minutes: 16 }
  ])
})
