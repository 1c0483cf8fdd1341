import { keepDays, keepHoursShared } from '#server/people/learners/lifetime.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db, StreamKind } from '#server/record/db/schema.ts'
import { noteForgotten, yearsBefore, yearsOfAnswers } from '#server/record/keeping.ts'

const hour = 3_600_000

/** How many were forgotten of each. */
type Forgotten = { attempts: number; assessments: number; learners: number }

/** Whose answers: those of an account, of a cookie or of nobody any more, or of a cookie on a shared computer. */
type Whose = 'account' | 'nobody-named' | 'shared'

/**
 * Forgets attempts and tests untouched for 180 days, on a shared computer for a day and of an account for two years,
 * and then learners without an account who have none left and were not seen for as long. Completions stay, without
 * their learner, and so do the score and the day of a test that earned a credit.
 */
export function forgetOldAttempts(db: Db, { now }: { now: Date }): Promise<Forgotten> {
  const kept = { before: ago(now, keepDays * 24), shared: ago(now, keepHoursShared) }
  return inTransaction(db, async (db) => {
    const streams = [
      ...(await forgetStreams(db, yearsBefore(now, yearsOfAnswers).toISOString(), 'account')),
      ...(await forgetStreams(db, kept.before, 'nobody-named')),
      ...(await forgetStreams(db, kept.shared, 'shared'))
    ]
    const counts = {
      attempts: streams.filter((kind) => kind === 'attempt').length,
      assessments: streams.filter((kind) => kind === 'assessment').length,
      learners: (await forgetLearners(db, kept.before, null)) + (await forgetLearners(db, kept.shared, 0))
    }
    await noteForgotten(db, { what: 'answers', counts, now })
    return counts
  })
}

function ago(now: Date, hours: number): string {
  return new Date(now.getTime() - hours * hour).toISOString()
}

async function forgetStreams(db: Db, before: string, whose: Whose): Promise<StreamKind[]> {
  const old = await db
    .selectFrom('stream')
    .leftJoin('attempt', 'attempt.id', 'stream.id')
    .leftJoin('assessment', 'assessment.id', 'stream.id')
    .leftJoin('learner', (join) =>
      join.on(({ eb, fn }) => eb('learner.id', '=', fn.coalesce('attempt.learnerId', 'assessment.learnerId')))
    )
    .select(['stream.id', 'stream.kind', 'stream.lastSeq'])
    .where('stream.kind', 'in', ['attempt', 'assessment'])
    .where('learner.userId', whose === 'account' ? 'is not' : 'is', null)
    .$if(whose === 'shared', (query) => query.where('learner.keep', '=', 0))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('event').select('seq').whereRef('streamId', '=', 'stream.id').where('occurredAt', '>', before)
        )
      )
    )
    .execute()
  const forgotten: StreamKind[] = []
  for (const { id, kind, lastSeq } of old) {
    // An answer that arrives meanwhile moves the stream on and keeps it.
    const gone = await db
      .deleteFrom('stream')
      .where('id', '=', id)
      .where('lastSeq', '=', lastSeq)
      .executeTakeFirstOrThrow()
    if (gone.numDeletedRows > 0n) forgotten.push(kind)
  }
  return forgotten
}

async function forgetLearners(db: Db, before: string, keep: 0 | null): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('learner')
    .where('lastSeenAt', '<=', before)
    .where('userId', 'is', null)
    .$if(keep !== null, (query) => query.where('keep', '=', 0))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attempt').select('attempt.id').whereRef('attempt.learnerId', '=', 'learner.id')))
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('assessment').select('assessment.id').whereRef('assessment.learnerId', '=', 'learner.id')))
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
