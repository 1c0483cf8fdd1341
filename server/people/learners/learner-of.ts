import type { Db } from '#server/record/db/schema.ts'
import { hashOf, newId, newToken } from '#server/record/ids.ts'

/** Finds or makes the learner of an account; no cookie names them. */
export async function learnerOf(db: Db, userId: string, now: Date): Promise<{ id: string }> {
  const at = now.toISOString()
  await db
    .insertInto('learner')
    .values({ id: newId(), tokenHash: hashOf(newToken()), createdAt: at, lastSeenAt: at, keep: 1, userId })
    .onConflict((conflict) => conflict.column('userId').doNothing())
    .execute()
  return db.selectFrom('learner').select('id').where('userId', '=', userId).executeTakeFirstOrThrow()
}
