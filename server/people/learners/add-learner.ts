import type { Db } from '#server/record/db/schema.ts'
import { hashOf, newId, newToken } from '#server/record/ids.ts'

/**
 * Adds someone who learns without an account.
 * @param isShared whether they said that others use this computer
 * @returns their id, and the token for their cookie, which is stored only as a hash
 */
export async function addLearner(
  db: Db,
  { isShared, now }: { isShared: boolean; now: Date }
): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = newToken()
  const at = now.toISOString()
  const row = { id, tokenHash: hashOf(token), createdAt: at, lastSeenAt: at, keep: isShared ? 0 : 1 }
  await db.insertInto('learner').values(row).execute()
  return { id, token }
}
