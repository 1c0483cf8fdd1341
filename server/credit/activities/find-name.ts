import { z } from 'zod'
import { draftSchema } from '#machines/activity/draft.ts'
import type { Db } from '#server/record/db/schema.ts'

const namedSchema = draftSchema.pick({ title: true, format: true, audience: true, dates: true }).loose()

/** How the pages beside an activity name it, and what they begin with. */
export type ActivityName = {
  title: string
  format: 'enduring' | 'live'
  release: string
  expiry: string
  professions: readonly string[]
}

/** @returns how an activity of this organization is called, or undefined where it has none of that id. */
export async function findActivityName(
  db: Db,
  { activityId, organizationId }: { activityId: string; organizationId: string }
): Promise<ActivityName | undefined> {
  const row = await db
    .selectFrom('activity')
    .select('draft')
    .where('id', '=', activityId)
    .where('organizationId', '=', organizationId)
    .executeTakeFirst()
  if (!row) return undefined
  const { title, format, audience, dates } = namedSchema.parse(JSON.parse(row.draft))
  const { release, expiry } = dates
  return { title: title || 'Activity without a title', format, release, expiry, professions: audience }
}
