import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'

/** Forgets everything about a learner: their attempts and tests with every answer, their completions, and themselves. */
export function forgetLearner(db: Db, { learnerId }: { learnerId: string }): Promise<void> {
  return inTransaction(db, async (db) => {
    const attempts = db.selectFrom('attempt').select('id').where('learnerId', '=', learnerId)
    const assessments = db.selectFrom('assessment').select('id').where('learnerId', '=', learnerId)
    await db.deleteFrom('completion').where('learnerId', '=', learnerId).execute()
    await db.deleteFrom('stream').where('id', 'in', attempts).execute()
    await db.deleteFrom('stream').where('id', 'in', assessments).execute()
    await db.deleteFrom('learner').where('id', '=', learnerId).execute()
  })
}
