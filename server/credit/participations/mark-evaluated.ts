import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { settle } from './settle.ts'

/**
 * Notes that somebody gave the evaluation of an activity; nothing is known of what they said. Their course counts it too.
 * @throws `evaluation_given` the second time, `work_unfinished` before all else is done
 */
export async function markActivityEvaluated(db: Db, { participationId }: { participationId: string }): Promise<void> {
  await settle(db, { participationId })
  const marked = await db
    .updateTable('participation')
    .set({ isEvaluated: 1 })
    .where('id', '=', participationId)
    .where('isEvaluated', '=', 0)
    .where('finishedAt', 'is not', null)
    .returning(['learnerId', 'activityId', 'finishedAt'])
    .executeTakeFirst()
  if (!marked) throw new AppError((await isFinished(db, participationId)) ? 'evaluation_given' : 'work_unfinished')
  const { courseId } = await db
    .selectFrom('activity')
    .select('courseId')
    .where('id', '=', marked.activityId)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('enrollment')
    .set({ isEvaluated: 1 })
    .where('learnerId', '=', marked.learnerId)
    .where('courseId', '=', courseId)
    .execute()
}

async function isFinished(db: Db, participationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('participation')
    .select('finishedAt')
    .where('id', '=', participationId)
    .executeTakeFirst()
  return row?.finishedAt != null
}
