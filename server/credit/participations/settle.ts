import { minutesSpent } from '#server/learning/attempts/minutes-spent.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ParticipationTable } from '#server/record/db/schema-credit.ts'
import { listVersionsFrom } from './queries.ts'
import { type Teaching, teachingHere } from './teaching.ts'
import { latest, type Work, workOf } from './work.ts'

/**
 * Writes to a way to credit what its steps come to: the tests handed in, the best one that passed, and when all of it
 * was finished, which never changes again.
 */
export async function settle(
  db: Db,
  { participationId, teaching = teachingHere() }: { participationId: string; teaching?: Teaching }
): Promise<void> {
  const participation = await db
    .selectFrom('participation')
    .selectAll()
    .where('id', '=', participationId)
    .executeTakeFirstOrThrow()
  const { activityId, activityVersion } = participation
  const versions = await listVersionsFrom(db, { activityId, version: activityVersion })
  const work = await workOf(db, { participation, versions, teaching })
  const { test } = versions[0]
  const passed = test ? work.tests.filter(({ scoreHundredths }) => scoreHundredths >= test.passMark * 100) : []
  const best = passed.toSorted((one, other) => other.scoreHundredths - one.scoreHundredths)[0]
  const finishedAt = participation.finishedAt ?? finishOf(work, { hasTest: test !== null, passedAt: passed[0]?.at })
  const isNew = finishedAt !== null && participation.finishedAt === null
  await db
    .updateTable('participation')
    .set({
      finishedAt,
      testAttempts: work.tests.length,
      ...(best && { passedTestId: best.id, scoreHundredths: best.scoreHundredths }),
      ...(isNew && { minutesMeasured: await measuredMinutes(db, participation, finishedAt) })
    })
    .where('id', '=', participationId)
    .execute()
}

function finishOf(
  { readyAt }: Work,
  { hasTest, passedAt }: { hasTest: boolean; passedAt: string | undefined }
): string | null {
  if (readyAt === null || (hasTest && passedAt === undefined)) return null
  return passedAt === undefined ? readyAt : latest(readyAt, [passedAt])
}

/** Whole minutes between the moments at which something of theirs was recorded, breaks left out. */
async function measuredMinutes(
  db: Db,
  { id, learnerId, acknowledgedAt }: ParticipationTable,
  until: string
): Promise<number> {
  const steps = await db
    .selectFrom('participationStep')
    .select('doneAt as at')
    .where('participationId', '=', id)
    .execute()
  const mine = db
    .selectFrom('attempt')
    .select('attempt.id')
    .where('learnerId', '=', learnerId)
    .unionAll(db.selectFrom('assessment').select('assessment.id').where('learnerId', '=', learnerId))
  const events = await db
    .selectFrom('event')
    .select('occurredAt as at')
    .where('streamId', 'in', mine)
    .where('occurredAt', '>=', acknowledgedAt)
    .where('occurredAt', '<=', until)
    .execute()
  return minutesSpent([acknowledgedAt, ...[...steps, ...events].map(({ at }) => at), until].sort())
}
