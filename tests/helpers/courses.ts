import type { Course } from '#content/course-schema.ts'
import type { LoadedCourse } from '#content/load-courses.ts'
import { listLessons, readServedLessons } from '#server/learning/lessons/served.ts'
import { aTest } from './items.ts'

const [lesson] = listLessons(readServedLessons({ isDevelopment: false })).map((served) => served.lesson.id)

/** A lesson that ships, to stand in a course. */
export const lessonId = lesson ?? ''

/** A first test, a lesson, a case by profession, a test at the end and an evaluation; nurses take sc02, others sc01. */
export function aCourse(changes: Partial<Course> = {}): Course {
  return {
    id: 'a-course',
    title: 'A course',
    lede: 'What it is.',
    version: 1,
    status: 'offered',
    review: { state: 'draft', signOffs: [], reviewBy: '2027-01-01' },
    roles: ['registered-nurse', 'physician'],
    place: 'first',
    objectives: [
      { objective: 'privacy', text: 'See every patient alone.' },
      { objective: 'asking', text: 'Honor the answer.' }
    ],
    minutes: 30,
    parts: [
      { kind: 'test', id: 'before', form: 'pre' },
      { kind: 'lesson', id: 'read', lesson: lessonId },
      {
        kind: 'case-by-role',
        id: 'visit',
        byRole: [{ roles: ['registered-nurse'], scenario: 'sc02' }],
        otherwise: { scenario: 'sc01' }
      },
      { kind: 'test', id: 'after', form: 'post' },
      { kind: 'evaluation', id: 'thoughts' }
    ],
    test: aTest(),
    ...changes
  }
}

/** The same as a server has it. */
export function aLoadedCourse(changes: Partial<Course> = {}): LoadedCourse {
  return { course: aCourse(changes), hash: 'a-hash', file: 'content/activities/a-course.yaml' }
}
