import type { Db } from '#server/record/db/schema.ts'

/** Signs somebody out of every browser, but for the session `except`. */
export async function endEverySession(db: Db, { userId, except }: { userId: string; except?: string }): Promise<void> {
  const theirs = db.deleteFrom('session').where('userId', '=', userId)
  await (except ? theirs.where('id', '!=', except) : theirs).execute()
}
