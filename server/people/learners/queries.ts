import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf } from '#server/record/ids.ts'
import { personBehind } from '../auth/person.ts'
import { sessionTokenIn } from '../auth/session-cookie.ts'
import { tokenIn } from './cookie.ts'

/** Someone who learns. `isShared`: others use their computer, so that their cookie goes with the browser. */
export type Learner = { id: string; isShared: boolean }

/** @returns the learner without an account whose cookie holds this token. */
export async function findLearner(db: Db, token: string | undefined): Promise<Learner | undefined> {
  if (!token) return undefined
  const row = await db
    .selectFrom('learner')
    .select(['id', 'keep'])
    .where('tokenHash', '=', hashOf(token))
    .where('userId', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, isShared: row.keep === 0 }
}

/** @returns the learner of an account, once something was done with it. */
export async function findLearnerOf(db: Db, userId: string): Promise<Learner | undefined> {
  const row = await db.selectFrom('learner').select('id').where('userId', '=', userId).executeTakeFirst()
  return row && { id: row.id, isShared: false }
}

/** @returns the learner of the account that a request is signed in with, else the one whose cookie it carries. */
export async function learnerBehind(db: Db, request: Request): Promise<Learner | undefined> {
  const { token, userId } = await comerBehind(db, request)
  return userId ? findLearnerOf(db, userId) : findLearner(db, token)
}

/**
 * @returns the account that a request is signed in with, and the token of its learner's cookie
 * @throws `not_signed_in` where the sign-in has run out: what was done next would be kept apart from the account unsaid
 */
export async function comerBehind(
  db: Db,
  request: Request
): Promise<{ token: string | undefined; userId: string | undefined }> {
  const person = await personBehind(db, request.headers)
  const cookies = request.headers.get('cookie')
  if (!person && sessionTokenIn(cookies)) throw new AppError('not_signed_in')
  return { token: tokenIn(cookies), userId: person?.userId }
}
