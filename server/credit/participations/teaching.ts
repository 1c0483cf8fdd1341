import type { Course } from '#content/course-schema.ts'
import { professions } from '#content/professions.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { type Part, partsFor } from '#machines/course/parts.ts'
import { servedCourses } from '#server/learning/courses/served.ts'
import { findLesson, servedLessons } from '#server/learning/lessons/served.ts'
import { findServed, type Served, served } from '#server/learning/scenarios/served.ts'
import { standingOf } from '#server/learning/scenarios/standing.ts'

/** What is taught here today, also what was withdrawn. */
export type Teaching = {
  courses: ReturnType<typeof servedCourses>
  lessons: ReturnType<typeof servedLessons>
  cases: Served
}

/** Whoever takes part, by what decides their steps. */
type Professional = { profession: string }

/** The version that somebody acknowledged, and those that the office opened after it. */
export type Versions = readonly [ActivityVersion, ...ActivityVersion[]]

/** @returns what this server teaches today. */
export function teachingHere(): Teaching {
  return { courses: servedCourses(), lessons: servedLessons(), cases: served() }
}

/** @returns the course that an activity takes, as it is served, also where it is withdrawn. */
export function courseOf(teaching: Teaching, { course: { id } }: Pick<ActivityVersion, 'course'>): Course | undefined {
  return teaching.courses.find(({ course }) => course.id === id)?.course
}

/** @returns the steps of an activity's course for a profession; none where the course is not served any more. */
export function partsOf(teaching: Teaching, version: ActivityVersion, { profession }: Professional): Part[] {
  const course = courseOf(teaching, version)
  return course ? partsFor(course, roleOf({ profession })) : []
}

/** @returns the cases of which any one does a step: each of a case by profession, since credit does not go by it. */
export function casesOf(teaching: Teaching, version: ActivityVersion, { id }: Pick<Part, 'id'>): string[] {
  const part = courseOf(teaching, version)?.parts.find((it) => it.id === id)
  if (part?.kind === 'case') return [part.scenario]
  if (part?.kind !== 'case-by-role') return []
  return [...part.byRole.map(({ scenario }) => scenario), part.otherwise.scenario]
}

/** @returns the role under which a profession takes courses. */
export function roleOf({ profession }: Professional): string {
  return professions.find(({ id }) => id === profession)?.role ?? 'not-listed'
}

/** @returns the first day on which the course, or a lesson or case of it for a profession, was withdrawn, if any was. */
export function withdrawnOn(teaching: Teaching, version: ActivityVersion, who: Professional): string | null {
  const days = partsOf(teaching, version, who).map((part) => withdrawnPart(teaching, part))
  const known = [courseOf(teaching, version)?.withdrawn?.on, ...days].filter((day) => day !== undefined)
  return known.sort()[0] ?? null
}

/** @returns the day on which the lesson or case of a step was withdrawn, if it was. */
export function withdrawnPart({ lessons, cases }: Teaching, part: Part): string | undefined {
  if (part.kind === 'lesson') return findLesson(lessons, part.lesson)?.lesson.withdrawn?.on
  const found = part.kind === 'case' ? findServed(cases, part.scenario) : undefined
  return found && standingOf(cases, found.scenario).withdrawn?.on
}

/** @returns whether a step is served as the office opened it, in any of its versions; tests go by their course. */
export function isOpened(teaching: Teaching, versions: Versions, part: Part): boolean {
  const { kind, id, version } = taught(teaching, versions[0], part)
  const isIt = (content: ActivityVersion['contents'][number]) =>
    content.kind === kind && content.id === id && content.version === version
  return versions.some(({ contents }) => contents.some(isIt))
}

/** @returns whether all that a profession is taught and asked is served as one version opened it. */
export function isWhollyOpened(teaching: Teaching, version: ActivityVersion, who: Professional): boolean {
  const parts = partsOf(teaching, version, who)
  return parts.length > 0 && parts.every((part) => isOpened(teaching, [version], part))
}

function taught(teaching: Teaching, version: ActivityVersion, part: Part) {
  switch (part.kind) {
    case 'lesson': {
      const served = findLesson(teaching.lessons, part.lesson)?.lesson.version
      return { kind: 'lesson', id: part.lesson, version: served }
    }
    case 'case': {
      const served = findServed(teaching.cases, part.scenario)?.scenario.version
      return { kind: 'case', id: part.scenario, version: served }
    }
    default:
      return { kind: 'course', id: version.course.id, version: courseOf(teaching, version)?.version }
  }
}
