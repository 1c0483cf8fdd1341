import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'

/** Signs somebody out of one browser. Throws `session_not_found` where the session is not theirs. */
export async function endSession(db: Db, { userId, sessionId }: { userId: string; sessionId: string }): Promise<void> {
  const ended = await db
    .deleteFrom('session')
    .where('id', '=', sessionId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  if (ended.numDeletedRows === 0n) throw new AppError('session_not_found')
}
