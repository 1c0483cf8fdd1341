import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'

const day = 86_400_000

/** How many were forgotten of each. */
type Forgotten = { sessions: number; verifications: number; rateLimits: number }

/** Forgets sessions and links that have run out, and counters of tries untouched for a day. */
export function forgetExpiredSessions(db: Db, { now }: { now: Date }): Promise<Forgotten> {
  const at = now.toISOString()
  return inTransaction(db, async (db) => {
    const sessions = await db.deleteFrom('session').where('expiresAt', '<=', at).executeTakeFirstOrThrow()
    const verifications = await db.deleteFrom('verification').where('expiresAt', '<=', at).executeTakeFirstOrThrow()
    const rateLimits = await db
      .deleteFrom('rateLimit')
      .where('lastRequest', '<=', now.getTime() - day)
      .executeTakeFirstOrThrow()
    return {
      sessions: Number(sessions.numDeletedRows),
      verifications: Number(verifications.numDeletedRows),
      rateLimits: Number(rateLimits.numDeletedRows)
    }
  })
}
