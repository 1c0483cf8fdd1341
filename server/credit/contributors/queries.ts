import { type Contributor, contributorSchema } from '#machines/activity/draft.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf } from '#server/record/ids.ts'

/** A person with what a form must give back, so that nobody overwrites what they have not seen. */
export type SeenContributor = { contributor: Contributor; seen: string }

/** @returns who controls what an activity says, in the office's order. */
export async function listContributors(db: Db, activityId: string): Promise<Contributor[]> {
  return (await listSeenContributors(db, activityId)).map(({ contributor }) => contributor)
}

/** @returns the same, each with the mark of its present text. */
export async function listSeenContributors(db: Db, activityId: string): Promise<SeenContributor[]> {
  const rows = await db
    .selectFrom('contributor')
    .select('document')
    .where('activityId', '=', activityId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ document }) => ({
    contributor: contributorSchema.parse(JSON.parse(document)),
    seen: hashOf(document)
  }))
}
