import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf, newToken } from '#server/record/ids.ts'
import { getRoom, mayWatch } from './queries.ts'
import { signalMoved } from './signal.ts'

/**
 * Gives the lead to whoever may watch: from now on their new token leads and the one before does not.
 * @returns the token that leads
 * @throws `not_in_control` where they may not even watch, `room_not_found`
 */
export async function takeControl(
  db: Db,
  { roomId, token }: { roomId: string; token: string | undefined }
): Promise<string> {
  const control = newToken()
  await inTransaction(db, async (db) => {
    if (!mayWatch(await getRoom(db, roomId), token)) throw new AppError('not_in_control')
    await db
      .updateTable('room')
      .set({ controlHash: hashOf(control) })
      .where('id', '=', roomId)
      .execute()
  })
  signalMoved(roomId)
  return control
}
