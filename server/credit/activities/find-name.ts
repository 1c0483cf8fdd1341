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
  const { format, audience, dates } = namedSchema.parse(JSON.parse(row.draft))
  const { release, expiry } = dates
  return { title: titleOf(row.draft), format, release, expiry, professions: audience }
}

/** @returns the activities of an organization by name, each with its id and course. */
export async function listActivityNames(
  db: Db,
  organizationId: string
): Promise<{ id: string; courseId: string; title: string }[]> {
  const rows = await db
    .selectFrom('activity')
    .select(['id', 'courseId', 'draft'])
    .where('organizationId', '=', organizationId)
    .execute()
  const named = rows.map(({ id, courseId, draft }) => ({ id, courseId, title: titleOf(draft) }))
  return named.sort((one, other) => one.title.localeCompare(other.title, 'en-US'))
}

function titleOf(draft: string): string {
  return namedSchema.parse(JSON.parse(draft)).title || 'Activity without a title'
}
