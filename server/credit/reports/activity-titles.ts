import { z } from 'zod'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ActivityState } from '#server/record/db/schema-credit.ts'

/** An activity as reports name it: by the title of its open version, or of its draft before there is one. */
export type TitledActivity = { id: string; title: string; state: ActivityState; openVersion: number | null }

const titled = z.object({ title: z.string() })

/** @returns the activities of an organization, by title. */
export async function listTitles(db: Db, organizationId: string): Promise<TitledActivity[]> {
  const rows = await db
    .selectFrom('activity')
    .leftJoin('activityVersion', (join) =>
      join
        .onRef('activityVersion.activityId', '=', 'activity.id')
        .onRef('activityVersion.version', '=', 'activity.openVersion')
    )
    .select(['activity.id', 'activity.state', 'activity.openVersion', 'activity.draft', 'activityVersion.document'])
    .where('activity.organizationId', '=', organizationId)
    .execute()
  return rows
    .map(({ draft, document, ...row }) => ({ ...row, title: titleIn(draft, document) }))
    .sort((one, other) => one.title.localeCompare(other.title, 'en-US') || one.id.localeCompare(other.id))
}

/** @returns one activity of an organization. Throws `activity_not_found`. */
export async function getTitle(
  db: Db,
  { organizationId, activityId }: { organizationId: string; activityId: string }
): Promise<TitledActivity> {
  const found = (await listTitles(db, organizationId)).find(({ id }) => id === activityId)
  if (!found) throw new AppError('activity_not_found')
  return found
}

function titleIn(draft: string, document: string | null): string {
  const { title } = titled.parse(document === null ? JSON.parse(draft) : JSON.parse(document).draft)
  return title === '' ? 'Untitled activity' : title
}
