import type { Db } from '#server/record/db/schema.ts'

/** That somebody marked a version of a lesson as read. `readAt` is ISO-8601 in UTC. */
export type LessonReading = { lessonId: string; version: number; readAt: string }

/** @returns the lessons a learner has marked as read, by id. */
export function listReadings(db: Db, { learnerId }: { learnerId: string }): Promise<LessonReading[]> {
  return db
    .selectFrom('lessonReading')
    .select(['lessonId', 'version', 'readAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('lessonId')
    .execute()
}

/** @returns that a learner marked this lesson as read, or undefined. */
export function findReading(
  db: Db,
  { learnerId, lessonId }: { learnerId: string; lessonId: string }
): Promise<LessonReading | undefined> {
  return db
    .selectFrom('lessonReading')
    .select(['lessonId', 'version', 'readAt'])
    .where('learnerId', '=', learnerId)
    .where('lessonId', '=', lessonId)
    .executeTakeFirst()
}
