import { expect, test } from 'vitest'
import { heavyInARow, type Part, partsFor } from '#machines/course/parts.ts'
import { aCourse, lessonId } from '#tests/helpers/courses.ts'

test('a case by profession becomes the one case of each, in its place', () => {
  const around = {
    before: { kind: 'test', id: 'before', form: 'pre' },
    read: { kind: 'lesson', id: 'read', lesson: lessonId },
    after: { kind: 'test', id: 'after', form: 'post' },
    thoughts: { kind: 'evaluation', id: 'thoughts' }
  }
  const withCase = (scenario: string) => [
    around.before,
    around.read,
    { kind: 'case', id: 'visit', scenario, as: undefined },
    around.after,
    around.thoughts
  ]
  expect(partsFor(aCourse(), 'registered-nurse')).toEqual(withCase('sc02'))
  expect(partsFor(aCourse(), 'physician')).toEqual(withCase('sc01'))
  expect(partsFor(aCourse(), 'not-listed')).toEqual(withCase('sc01'))
})

test('the part played goes with the case', () => {
  const course = aCourse({
    parts: [
      {
        kind: 'case-by-role',
        id: 'visit',
        byRole: [{ roles: ['security'], scenario: 'sc03', as: 'registrar' }],
        otherwise: { scenario: 'sc01' }
      },
      { kind: 'case', id: 'own', scenario: 'sc14', as: 'registered-nurse' }
    ]
  })
  expect(partsFor(course, 'security')).toEqual([
    { kind: 'case', id: 'visit', scenario: 'sc03', as: 'registrar' },
    { kind: 'case', id: 'own', scenario: 'sc14', as: 'registered-nurse' }
  ])
})

const isHeavy = (scenario: string) => scenario.startsWith('hard')
const visit = (scenario: string): Part => ({ kind: 'case', id: scenario, scenario })
const reading: Part = { kind: 'lesson', id: 'reading', lesson: 'a-lesson' }
const measure: Part = { kind: 'test', id: 'measure', form: 'post' }

test.each<[string, Part[], Part[]]>([
  ['nothing', [], []],
  ['one hard case', [visit('hard-1')], []],
  ['two in a row', [visit('hard-1'), visit('hard-2')], [visit('hard-2')]],
  ['three in a row', [visit('hard-1'), visit('hard-2'), visit('hard-3')], [visit('hard-2'), visit('hard-3')]],
  ['a lesson between', [visit('hard-1'), reading, visit('hard-2')], []],
  ['a lighter case between', [visit('hard-1'), visit('light'), visit('hard-2')], []],
  ['a test between, which is no relief', [visit('hard-1'), measure, visit('hard-2')], [visit('hard-2')]]
])('hard cases in a row: %s', (_, parts, expected) => {
  expect(heavyInARow(parts, isHeavy)).toEqual(expected)
})
