import type { ItemPair } from '#content/item-schema.ts'
import type { LoadedCourse } from '#content/load-courses.ts'
import type { Form } from '#machines/assessment/events.ts'
import { AppError } from '#server/errors.ts'
import { startAssessment } from '#server/learning/assessments/start-assessment.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getBegun, type WhoseCourse } from './begun.ts'

/** `bank` is the test bank that shipped unless told. */
type BeginTest = WhoseCourse & { form: Form; now: Date; bank?: readonly ItemPair[] }

/**
 * Begins a test of a course, or takes up the one that is open, where the course has come to it.
 * @returns the test's id
 * @throws `course_not_found`, `course_not_begun`, `step_waits` where it is not to be taken now, `bank_too_small`
 */
export async function beginTest(db: Db, courses: readonly LoadedCourse[], begin: BeginTest): Promise<string> {
  const { courseId, learner, form, ...rest } = begin
  const { course, learnerId, progress } = await getBegun(db, courses, { courseId, learner })
  const step = progress.steps.find(({ part }) => part.kind === 'test' && part.form === form)
  const { id, version, test } = course
  if (!test || (step?.state !== 'next' && step?.state !== 'open')) throw new AppError('step_waits')
  return startAssessment(db, { course: { id, version, test }, form, learnerId, ...rest })
}
