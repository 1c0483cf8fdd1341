import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'

/** Removes a passkey of somebody. Throws `passkey_not_found` where it is not theirs. */
export async function removePasskey(
  db: Db,
  { userId, passkeyId }: { userId: string; passkeyId: string }
): Promise<void> {
  const removed = await db
    .deleteFrom('passkey')
    .where('id', '=', passkeyId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw new AppError('passkey_not_found')
}
