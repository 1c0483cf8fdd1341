import { expect, test } from 'vitest'
import { courseIn } from '#app/_components/course-in.ts'
import { groupLessons, nextLesson } from '#app/lessons/groups.ts'
import { aServedLesson } from '#tests/helpers/lessons.ts'

const limits = aServedLesson()
const own = aServedLesson({ id: 'own', topics: ['facility-procedure'] })
const signs = aServedLesson({ id: 'signs', topics: ['identification', 'types-definitions'] })
const notice = aServedLesson({ id: 'what-to-notice', topics: ['venues'] })
const unheard = aServedLesson({ id: 'unheard', topics: ['another-topic'] })
const lessons = [own, limits, signs, notice, unheard]

test('lessons stand in the groups that name them, else by their first topic, and the last takes the rest', () => {
  const found = groupLessons(lessons).map(({ id, lessons }) => [id, lessons.map(({ lesson }) => lesson.id)])
  expect(found).toEqual([
    ['noticing', ['what-to-notice', 'signs']],
    ['talking', ['limits-first']],
    ['place', ['own', 'unheard']]
  ])
})

test('one lesson follows the other across the groups, and nothing the last', () => {
  const after = (id: string) => nextLesson(lessons, id)?.lesson.id
  expect(['what-to-notice', 'signs', 'limits-first', 'own', 'unheard', 'nowhere'].map(after)).toEqual([
    'signs',
    'limits-first',
    'own',
    'unheard',
    undefined,
    undefined
  ])
})

test.each(['core', 'front-desk-25'])('%s may be a course one came from', (from) => {
  expect(courseIn(from)).toBe(from)
})

test.each([undefined, '', '//example.org', '../support', 'core?x', 'Core', 'a b', ['core'], 'a'.repeat(65)])(
  '%j is none',
  (from) => {
    expect(courseIn(from)).toBeUndefined()
  }
)
