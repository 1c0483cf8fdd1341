import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf, newToken } from '#server/record/ids.ts'
import type { Actor } from '../auth/permissions.ts'
import { learnerOf } from './learner-of.ts'
import { moveMarks } from './move-marks.ts'
import { type Between, moveStreams } from './move-streams.ts'

/**
 * Moves what the learner of a cookie has done into the account that asks for it. The cookie names nobody afterwards, so
 * a second press, and another account, find nothing. What was done after the account acknowledged the front matter of an
 * activity it has not finished is left where it is: somebody else may have done it, and it would count for credit.
 * @returns whether there was anything to take
 */
export function adoptLearner(
  db: Db,
  { actor, token, now }: { actor: Actor; token: string | undefined; now: Date }
): Promise<boolean> {
  return inTransaction(db, async (db) => {
    const from = await holdLearner(db, token)
    if (!token || !from) return false
    const { id: to } = await learnerOf(db, actor.userId, now)
    const between: Between = { from, to, until: await firstAcknowledged(db, actor.userId) }
    await moveStreams(db, between)
    await moveMarks(db, between)
    if (between.until) await giveBack(db, { from, token, now })
    if (!between.until) await db.deleteFrom('learner').where('id', '=', from).execute()
    const subject = { kind: 'user', id: actor.userId }
    await appendAudit(db, { organizationId: null, actorId: actor.userId, act: 'learner.adopted', subject, now })
    return true
  })
}

/** Notes that whoever signed in does not want what was done here, so that it is not offered by itself again. */
export async function leaveLearner(db: Db, { token, now }: { token: string | undefined; now: Date }): Promise<void> {
  if (!token) return
  await db
    .updateTable('learner')
    .set({ leftAt: now.toISOString() })
    .where('tokenHash', '=', hashOf(token))
    .where('userId', 'is', null)
    .execute()
}

// A changed token makes whoever comes second wait, then find nobody; an answer on its way waits too.
async function holdLearner(db: Db, token: string | undefined): Promise<string | undefined> {
  if (!token) return undefined
  const held = await db
    .updateTable('learner')
    .set({ tokenHash: hashOf(newToken()) })
    .where('tokenHash', '=', hashOf(token))
    .where('userId', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return held?.id
}

async function firstAcknowledged(db: Db, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('participation')
    .select('acknowledgedAt')
    .where('userId', '=', userId)
    .where('finishedAt', 'is', null)
    .orderBy('acknowledgedAt')
    .limit(1)
    .executeTakeFirst()
  return row?.acknowledgedAt
}

async function giveBack(db: Db, { from, token, now }: { from: string; token: string; now: Date }): Promise<void> {
  const back = { tokenHash: hashOf(token), leftAt: now.toISOString() }
  await db.updateTable('learner').set(back).where('id', '=', from).execute()
}
