import { keepDays, keepHoursShared } from '#server/people/learners/lifetime.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'

const hour = 3_600_000

/**
 * Forgets attempts untouched for 180 days, on a shared computer for a day, and then learners who have none left and
 * were not seen for as long. Completions stay, without their learner.
 * @returns how many attempts and learners were forgotten
 */
export function forgetOldAttempts(db: Db, { now }: { now: Date }): Promise<{ attempts: number; learners: number }> {
  const kept = { before: ago(now, keepDays * 24), shared: ago(now, keepHoursShared) }
  return inTransaction(db, async (db) => ({
    attempts: (await forgetAttempts(db, kept.before, null)) + (await forgetAttempts(db, kept.shared, 0)),
    learners: (await forgetLearners(db, kept.before, null)) + (await forgetLearners(db, kept.shared, 0))
  }))
}

function ago(now: Date, hours: number): string {
  return new Date(now.getTime() - hours * hour).toISOString()
}

async function forgetAttempts(db: Db, before: string, keep: 0 | null): Promise<number> {
  const old = await db
    .selectFrom('attempt')
    .innerJoin('stream', 'stream.id', 'attempt.id')
    .leftJoin('learner', 'learner.id', 'attempt.learnerId')
    .select(['stream.id', 'stream.lastSeq'])
    .$if(keep !== null, (query) => query.where('learner.keep', '=', keep))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('event').select('seq').whereRef('streamId', '=', 'attempt.id').where('occurredAt', '>', before)
        )
      )
    )
    .execute()
  let forgotten = 0
  for (const { id, lastSeq } of old) {
    // An answer that arrives meanwhile moves the stream on and keeps the attempt.
    const gone = await db
      .deleteFrom('stream')
      .where('id', '=', id)
      .where('lastSeq', '=', lastSeq)
      .executeTakeFirstOrThrow()
    forgotten += Number(gone.numDeletedRows)
  }
  return forgotten
}

async function forgetLearners(db: Db, before: string, keep: 0 | null): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('learner')
    .where('lastSeenAt', '<=', before)
    .$if(keep !== null, (query) => query.where('keep', '=', 0))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attempt').select('attempt.id').whereRef('attempt.learnerId', '=', 'learner.id')))
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
