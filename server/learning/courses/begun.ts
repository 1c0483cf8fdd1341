import type { Course } from '#content/course-schema.ts'
import type { LoadedCourse } from '#content/load-courses.ts'
import type { CourseProgress } from '#machines/course/progress.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getStanding } from './queries.ts'
import { findCourse, listCourses } from './served.ts'

/** A course, and whoever takes it. */
export type WhoseCourse = { courseId: string; learner: { id: string } | undefined }

/**
 * @returns where a learner stands in a course on offer that they have begun
 * @throws `course_not_found`, `course_not_begun`
 */
export async function getBegun(
  db: Db,
  courses: readonly LoadedCourse[],
  { courseId, learner }: WhoseCourse
): Promise<{ course: Course; learnerId: string; progress: CourseProgress }> {
  const course = findCourse(courses, courseId)
  if (!course || !listCourses(courses).includes(course)) throw new AppError('course_not_found')
  const { role, progress } = await getStanding(db, course, learner)
  if (!learner || role === undefined) throw new AppError('course_not_begun')
  return { course, learnerId: learner.id, progress }
}
