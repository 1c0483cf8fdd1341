import type { Db } from '#server/record/db/schema.ts'

/** Notes that a learner came back, and that they now share the computer where they say so. */
export async function seeLearner(
  db: Db,
  { learnerId, isShared, now }: { learnerId: string; isShared: boolean; now: Date }
): Promise<void> {
  const seen = { lastSeenAt: now.toISOString(), ...(isShared && { keep: 0 }) }
  await db.updateTable('learner').set(seen).where('id', '=', learnerId).execute()
}
