import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { daysOfInvitation, noteForgotten } from '#server/record/keeping.ts'

const day = 86_400_000

/** Forgets invitations 90 days after they ran out, taken up or not, with the addresses in them. */
export function forgetOldInvitations(db: Db, { now }: { now: Date }): Promise<{ invitations: number }> {
  const before = new Date(now.getTime() - daysOfInvitation * day).toISOString()
  return inTransaction(db, async (db) => {
    const gone = await db.deleteFrom('invitation').where('expiresAt', '<=', before).executeTakeFirstOrThrow()
    const counts = { invitations: Number(gone.numDeletedRows) }
    await noteForgotten(db, { what: 'invitations', counts, now })
    return counts
  })
}
