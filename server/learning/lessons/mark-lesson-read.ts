import { noteStep } from '#server/credit/participations/note-step.ts'
import { AppError } from '#server/errors.ts'
import { type Comer, meetLearner } from '#server/people/learners/meet-learner.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { findLesson, listLessons, type ServedLesson } from './served.ts'

type Reading = Comer & { lessonId: string }

/**
 * Marks the version of a lesson that is served as read by an account or whoever holds `token`; someone with neither
 * becomes a learner. The day a version was first marked stays; a later version replaces it.
 * @param isShared whether someone new said that others use this computer
 * @returns the cookie's token, which an account does without; without `isKept` it goes when the browser closes
 * @throws `lesson_not_found`, also for one that was withdrawn
 */
export function markLessonRead(
  db: Db,
  lessons: readonly ServedLesson[],
  { lessonId, ...comer }: Reading
): Promise<{ token: string | undefined; isKept: boolean }> {
  const version = findLesson(listLessons(lessons), lessonId)?.lesson.version
  if (version === undefined) throw new AppError('lesson_not_found')
  return inTransaction(db, async (db) => {
    const learner = await meetLearner(db, comer)
    const row = { learnerId: learner.id, lessonId, version, readAt: comer.now.toISOString() }
    await db
      .insertInto('lessonReading')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['learnerId', 'lessonId'])
          .doUpdateSet({ version, readAt: row.readAt })
          .where('lessonReading.version', '!=', version)
      )
      .execute()
    const at = row.readAt
    const step = { kind: 'lesson' as const, contentId: lessonId, version, begunAt: at, doneAt: at }
    await noteStep(db, { learnerId: learner.id, ...step })
    return { token: learner.token, isKept: !learner.isShared }
  })
}
