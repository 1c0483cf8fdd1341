import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { noteForgotten, yearsBefore, yearsOfProof } from '#server/record/keeping.ts'

/** Forgets which cases were finished six years after they were. */
export function forgetOldCompletions(db: Db, { now }: { now: Date }): Promise<{ completions: number }> {
  const before = yearsBefore(now, yearsOfProof).toISOString()
  return inTransaction(db, async (db) => {
    const gone = await db.deleteFrom('completion').where('completedAt', '<=', before).executeTakeFirstOrThrow()
    const counts = { completions: Number(gone.numDeletedRows) }
    await noteForgotten(db, { what: 'completions', counts, now })
    return counts
  })
}
