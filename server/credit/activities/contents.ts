import { createHash } from 'node:crypto'
import type { Course } from '#content/course-schema.ts'
import type { ItemPair } from '#content/item-schema.ts'
import type { LoadedScenario } from '#content/load.ts'
import type { LoadedCourse } from '#content/load-courses.ts'
import type { LoadedLesson } from '#content/load-lessons.ts'
import type { Scenario } from '#content/schema.ts'
import type { CourseFacts } from '#machines/activity/planned.ts'
import type { ActivityContent } from '#machines/activity/version.ts'
import { isFor } from '#machines/course/minutes.ts'
import { AppError } from '#server/errors.ts'
import { type ItemSet, itemSets } from '#server/learning/assessments/item-sets.ts'
import { servedCourses } from '#server/learning/courses/served.ts'
import { servedLessons } from '#server/learning/lessons/served.ts'
import { served } from '#server/learning/scenarios/served.ts'

/** What can be taught and asked: courses with all that they may name. */
export type Shelf = {
  courses: readonly LoadedCourse[]
  lessons: readonly LoadedLesson[]
  cases: readonly Pick<LoadedScenario, 'scenario'>[]
  itemSets: readonly (Pick<ItemSet, 'id' | 'version' | 'review'> & { pairs: readonly ItemPair[] })[]
}

/** One piece of a course, with its title and whether it was withdrawn since. */
export type TaughtContent = ActivityContent & { title: string; isWithdrawn: boolean }

/** @returns what this server teaches. */
export function ownShelf(): Shelf {
  return { courses: servedCourses(), lessons: servedLessons(), cases: served().scenarios, itemSets: itemSets() }
}

/**
 * @returns everything that a course teaches and asks, by version and hash: itself, its lessons, its cases in every
 * variant by role, and each file of the test bank that its tests draw from. Withdrawn pieces are among them.
 * @throws `course_not_found`
 */
export function getContents(courseId: string, shelf: Shelf = ownShelf()): TaughtContent[] {
  const course = courseIn(shelf, courseId)
  const lessons = idsOf(course.parts.flatMap((part) => (part.kind === 'lesson' ? [part.lesson] : [])))
  const cases = idsOf(course.parts.flatMap(casesOf))
  return [
    taught('course', course),
    ...lessons.flatMap((id) => {
      const found = shelf.lessons.find(({ lesson }) => lesson.id === id)?.lesson
      return [found ? taught('lesson', found) : gone('lesson', id)]
    }),
    ...cases.flatMap((id) => {
      const found = shelf.cases.find(({ scenario }) => scenario.id === id)?.scenario
      return [found ? taught('case', found) : gone('case', id)]
    }),
    ...setsOf(course, shelf).map((set) => ({ ...taught('item', { ...set, title: set.id }), isWithdrawn: false }))
  ]
}

/** @returns what a course brings along for an activity. Throws `course_not_found`. */
export function getCourseFacts(courseId: string, shelf: Shelf = ownShelf()): CourseFacts {
  const course = courseIn(shelf, courseId)
  const { id, version, title, status, objectives, minutes, test, parts } = course
  const items = test?.blueprint.reduce((sum, each) => sum + each.items, 0) ?? 0
  return {
    id,
    version,
    title,
    isOffered: status === 'offered',
    objectives,
    minutes,
    test: test ? { items, passMark: test.passMark } : null,
    hasEvaluation: parts.some(({ kind }) => kind === 'evaluation'),
    contentTags: tagsOf(course, shelf)
  }
}

function courseIn({ courses }: Shelf, courseId: string): Course {
  const found = courses.find(({ course }) => course.id === courseId)
  if (!found) throw new AppError('course_not_found')
  return found.course
}

function casesOf(part: Course['parts'][number]): string[] {
  if (part.kind === 'case') return [part.scenario]
  return part.kind === 'case-by-role' ? [...part.byRole, part.otherwise].map(({ scenario }) => scenario) : []
}

function setsOf({ test }: Course, shelf: Shelf): Shelf['itemSets'] {
  if (!test) return []
  const asked = test.blueprint.map(({ objective }) => objective)
  return shelf.itemSets.filter(({ pairs }) => pairs.some((pair) => asked.includes(pair.objective) && isFor(test, pair)))
}

function tagsOf(course: Course, shelf: Shelf): string[] {
  const cases = course.parts.flatMap(casesOf)
  const lessons = course.parts.flatMap((part) => (part.kind === 'lesson' ? [part.lesson] : []))
  const notes = [
    ...shelf.cases.flatMap(({ scenario }) => (cases.includes(scenario.id) ? [scenario.contentNote] : [])),
    ...shelf.lessons.flatMap(({ lesson }) => (lessons.includes(lesson.id) ? [lesson.contentNote] : []))
  ]
  return idsOf(notes.flatMap((note) => note?.tags ?? []))
}

type Standing = Pick<Scenario, 'id' | 'title' | 'version'> & { status?: Scenario['status'] }

function taught(kind: ActivityContent['kind'], document: Standing): TaughtContent {
  const { id, version, title, status } = document
  return { kind, id, version, hash: hashOfTaught(document), title, isWithdrawn: status === 'withdrawn' }
}

// What a course names and this server does not have cannot be taught, so it stands as withdrawn.
function gone(kind: ActivityContent['kind'], id: string): TaughtContent {
  return { kind, id, version: 1, hash: 'none', title: id, isWithdrawn: true }
}

// Where a sentence stands in its file is no part of it, and neither is what readers said of it or whether it is offered.
const beside = new Set(['status', 'withdrawn', 'review', 'position', 'textLine', 'hash'])

function hashOfTaught(document: object): string {
  const text = JSON.stringify(document, (name, value) => (beside.has(name) ? undefined : value))
  return createHash('sha256').update(text).digest('hex')
}

function idsOf(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
