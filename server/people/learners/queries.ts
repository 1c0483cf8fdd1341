import type { Db } from '#server/record/db/schema.ts'
import { hashOf } from '#server/record/ids.ts'
import { tokenIn } from './cookie.ts'

/** Someone known by their cookie. `isShared`: others use this computer, so the cookie goes with the browser. */
export type Learner = { id: string; isShared: boolean }

/** @returns the learner whose cookie holds this token. */
export async function findLearner(db: Db, token: string | undefined): Promise<Learner | undefined> {
  if (!token) return undefined
  const row = await db
    .selectFrom('learner')
    .select(['id', 'keep'])
    .where('tokenHash', '=', hashOf(token))
    .executeTakeFirst()
  return row && { id: row.id, isShared: row.keep === 0 }
}

/** @returns the learner whose cookie a request carries. */
export function learnerBehind(db: Db, request: Request): Promise<Learner | undefined> {
  return findLearner(db, tokenIn(request.headers.get('cookie')))
}
