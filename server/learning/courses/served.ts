import type { Course } from '#content/course-schema.ts'
import { courseFiles, type LoadedCourse, loadCourses, readCourseFile } from '#content/load-courses.ts'
import { roleNotListed } from '#content/roles.ts'
import { env } from '#server/env.ts'

let read: readonly LoadedCourse[] | undefined

/** @returns the courses this server offers or has withdrawn; read once, in development anew each time. */
export function servedCourses(): readonly LoadedCourse[] {
  if (env().nodeEnv === 'development') return readServedCourses({ isDevelopment: true })
  read ??= readServedCourses({ isDevelopment: false })
  return read
}

/**
 * @returns the courses of a content folder as served. In development those still being written are among them, and one
 * at fault is left out; in use a fault throws.
 */
export function readServedCourses({ isDevelopment, root }: { isDevelopment: boolean; root?: string }): LoadedCourse[] {
  if (isDevelopment) return courseFiles(root).flatMap(wholeCourse)
  return loadCourses(root).filter(({ course }) => course.status !== 'working')
}

/** @returns the courses a learner may take. */
export function listCourses(courses: readonly LoadedCourse[]): Course[] {
  return courses.map(({ course }) => course).filter(({ status }) => status !== 'withdrawn')
}

/** @returns a course by id, also a withdrawn one, or undefined. */
export function findCourse(courses: readonly LoadedCourse[], id: string): Course | undefined {
  return courses.find(({ course }) => course.id === id)?.course
}

/**
 * @returns the courses for a profession, those to begin with before those that come after; for one that is not listed,
 * all of them
 */
export function coursesFor(courses: readonly LoadedCourse[], role: string): Course[] {
  const fitting = listCourses(courses).filter(({ roles }) => role === roleNotListed || roles.some((it) => it === role))
  return [...fitting.filter(({ place }) => place === 'first'), ...fitting.filter(({ place }) => place === 'further')]
}

function wholeCourse(file: string): LoadedCourse[] {
  const { value: course, hash } = readCourseFile(file)
  return course ? [{ course, hash, file }] : []
}
