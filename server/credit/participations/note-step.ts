import type { Db } from '#server/record/db/schema.ts'
import type { ParticipationStepTable } from '#server/record/db/schema-credit.ts'
import { settle } from './settle.ts'

/**
 * What was done, and from when on it was under way: what somebody began before the front matter is not done for
 * credit. `participationId` names the one way to credit it was done on; without it all ways of the learner take it.
 */
export type Step = Pick<ParticipationStepTable, 'kind' | 'contentId' | 'version'> & {
  learnerId: string
  participationId?: string
  begunAt: string
  doneAt: string
  scoreHundredths?: number
}

/**
 * Notes something done on each way to credit of a learner that is not finished, and finishes those of which it was the
 * last. The first time stays. Call it in the transaction of what was done.
 */
export async function noteStep(db: Db, step: Step): Promise<void> {
  const { learnerId, participationId, begunAt, kind, contentId, version, doneAt, scoreHundredths = null } = step
  const ways = await db
    .selectFrom('participation')
    .select('id')
    .where('learnerId', '=', learnerId)
    .where('acknowledgedAt', '<=', begunAt)
    // A better test may still follow a finished way, for a credit that asks for more.
    .$if(participationId === undefined, (query) => query.where('finishedAt', 'is', null))
    .$if(participationId !== undefined, (query) => query.where('id', '=', participationId ?? ''))
    .execute()
  if (ways.length === 0) return
  const rows = ways.map(({ id }) => ({ participationId: id, kind, contentId, version, doneAt, scoreHundredths }))
  await db
    .insertInto('participationStep')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (const { id } of ways) await settle(db, { participationId: id })
}
