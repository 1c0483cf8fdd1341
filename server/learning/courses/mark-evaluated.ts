import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'

/**
 * Notes that a learner gave the evaluation of a course, or finished without; nothing is known of what they said.
 * @throws `evaluation_given` the second time, `course_not_begun`
 */
export async function markEvaluated(
  db: Db,
  { learnerId, courseId }: { learnerId: string; courseId: string }
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('enrollment')
    .set({ isEvaluated: 1 })
    .where('learnerId', '=', learnerId)
    .where('courseId', '=', courseId)
    .where('isEvaluated', '=', 0)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  const enrolled = await db
    .selectFrom('enrollment')
    .select('courseId')
    .where('learnerId', '=', learnerId)
    .where('courseId', '=', courseId)
    .executeTakeFirst()
  throw new AppError(enrolled ? 'evaluation_given' : 'course_not_begun')
}
