import { describe, expect, test } from 'vitest'
import { getContents, getCourseFacts, ownShelf, type Shelf } from '#server/credit/activities/contents.ts'
import { aLoadedCourse, lessonId } from '#tests/helpers/courses.ts'

const shipped = ownShelf()

function shelf(changes: Partial<Shelf> = {}): Shelf {
  return { ...shipped, courses: [aLoadedCourse()], ...changes }
}

describe('the contents of a course', () => {
  test('are itself, its lessons, its cases for every role, and the questions it draws from', () => {
    const contents = getContents('a-course', shelf())
    expect(contents.map(({ kind, id }) => [kind, id])).toEqual([
      ['course', 'a-course'],
      ['lesson', lessonId],
      ['case', 'sc02'],
      ['case', 'sc01'],
      ['item', 'asking'],
      ['item', 'privacy']
    ])
    expect(
      contents.every(({ hash, version, isWithdrawn }) => /^[0-9a-f]{64}$/.test(hash) && version > 0 && !isWithdrawn)
    ).toBe(true)
  })

  test('keep their hash where only a reader, the status or a place in the file changed', () => {
    const before = getContents('a-course', shelf())
    const signOff = {
      by: 'R. Reader',
      capacity: 'clinician',
      on: '2026-11-01',
      version: 1,
      verdict: 'approved'
    } as const
    const read = aLoadedCourse({ review: { state: 'reviewed', signOffs: [signOff], reviewBy: '2028-01-01' } })
    const lessons = shipped.lessons.map((loaded) => ({ ...loaded, lesson: { ...loaded.lesson, textLine: 99 } }))
    expect(getContents('a-course', shelf({ courses: [read], lessons }))).toEqual(before)
  })

  test('change their hash with a word', () => {
    const before = getContents('a-course', shelf())
    const lessons = shipped.lessons.map((loaded) => ({
      ...loaded,
      lesson: { ...loaded.lesson, summary: 'Other words.' }
    }))
    const cases = shipped.cases.map(({ scenario }) => ({ scenario: { ...scenario, complaint: 'Other words.' } }))
    const changed = getContents(
      'a-course',
      shelf({ courses: [aLoadedCourse({ lede: 'Other words.' })], lessons, cases })
    )
    const isSame = changed.map(({ hash }, index) => hash === before[index]?.hash)
    expect(isSame).toEqual([false, false, false, false, true, true])
  })

  test('name what was withdrawn, and what is not there any more', () => {
    const cases = shipped.cases.flatMap(({ scenario }) =>
      scenario.id === 'sc01' ? [{ scenario: { ...scenario, status: 'withdrawn' as const } }] : []
    )
    const withdrawn = getContents('a-course', shelf({ cases })).filter(({ isWithdrawn }) => isWithdrawn)
    expect(withdrawn.map(({ id }) => id)).toEqual(['sc02', 'sc01'])
  })

  test('are not there for a course that is not', () => {
    expect(() => getContents('none', shelf())).toThrow('course_not_found')
  })

  test('are all there for every course that ships', () => {
    for (const { course } of shipped.courses)
      expect(getContents(course.id, shipped).filter(({ isWithdrawn }) => isWithdrawn)).toEqual([])
  })
})

describe('the facts of a course', () => {
  test('say how long it takes, what its test asks, and what its content notes name', () => {
    const { contentTags, objectives: _, ...facts } = getCourseFacts('a-course', shelf())
    expect(facts).toEqual({
      id: 'a-course',
      version: 1,
      title: 'A course',
      isOffered: true,
      minutes: 30,
      test: { items: 3, passMark: 80 },
      hasEvaluation: true
    })
    expect(contentTags).toContain('pregnancy')
    expect(new Set(contentTags).size).toBe(contentTags.length)
  })

  test('of one that was withdrawn say that it is not on offer', () => {
    expect(getCourseFacts('a-course', shelf({ courses: [aLoadedCourse({ status: 'withdrawn' })] })).isOffered).toBe(
      false
    )
  })
})
