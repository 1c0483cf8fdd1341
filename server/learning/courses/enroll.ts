import type { LoadedCourse } from '#content/load-courses.ts'
import { learnerRoles, roleNotListed } from '#content/roles.ts'
import { AppError } from '#server/errors.ts'
import { type Comer, meetLearner } from '#server/people/learners/meet-learner.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { findCourse, listCourses } from './served.ts'

type Enroll = Comer & { courseId: string; role: string }

/**
 * Begins a course for an account or whoever holds `token`; someone with neither becomes a learner. Who has begun it already
 * may change their profession this way: the day they began, and what they did, stay.
 * @returns the cookie's token, which an account does without; without `isKept` it goes when the browser closes
 * @throws `course_not_found`, also for one that was withdrawn, `invalid_input` for a profession nobody has
 */
export function enroll(
  db: Db,
  courses: readonly LoadedCourse[],
  { courseId, role, ...comer }: Enroll
): Promise<{ token: string | undefined; isKept: boolean }> {
  const course = findCourse(courses, courseId)
  if (!course || !listCourses(courses).includes(course)) throw new AppError('course_not_found')
  if (role !== roleNotListed && !learnerRoles.some(({ id }) => id === role)) throw new AppError('invalid_input')
  const { version } = course
  return inTransaction(db, async (db) => {
    const { id: learnerId, token, isShared } = await meetLearner(db, comer)
    const row = { learnerId, courseId, version, role, startedAt: comer.now.toISOString(), isEvaluated: 0 }
    await db
      .insertInto('enrollment')
      .values(row)
      .onConflict((conflict) => conflict.columns(['learnerId', 'courseId']).doUpdateSet({ version, role }))
      .execute()
    return { token, isKept: !isShared }
  })
}
