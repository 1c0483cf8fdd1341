import type { Db } from '#server/record/db/schema.ts'
import { getActivityVersion } from '../activities/queries.ts'

/** Somebody's way to credit through an activity that is not finished. */
export type OpenWay = { id: string; activityId: string; title: string }

type Content = { kind: 'lesson' | 'case' | 'course'; id: string }

/** @returns somebody's newest unfinished way through an activity that takes a course, if there is one. */
export async function findOpenWay(
  db: Db,
  { userId, courseId }: { userId: string; courseId: string }
): Promise<{ activityId: string } | undefined> {
  return db
    .selectFrom('participation')
    .innerJoin('activity', 'activity.id', 'participation.activityId')
    .select('participation.activityId')
    .where('participation.userId', '=', userId)
    .where('activity.courseId', '=', courseId)
    .where('participation.finishedAt', 'is', null)
    .orderBy('participation.acknowledgedAt', 'desc')
    .executeTakeFirst()
}

/**
 * @returns somebody's unfinished ways to credit in which a course, lesson or case is taught, the newest first, with
 * whether it is done on each
 */
export async function listWaysWith(
  db: Db,
  { userId, content: { kind, id } }: { userId: string; content: Content }
): Promise<(OpenWay & { isDone: boolean })[]> {
  const rows = await db
    .selectFrom('participation')
    .select(['id', 'activityId', 'activityVersion'])
    .where('userId', '=', userId)
    .where('finishedAt', 'is', null)
    .orderBy('acknowledgedAt', 'desc')
    .execute()
  const ways = await Promise.all(
    rows.map(async ({ id: wayId, activityId, activityVersion }) => {
      const version = await getActivityVersion(db, { activityId, version: activityVersion })
      if (!version.contents.some((content) => content.kind === kind && content.id === id)) return []
      return [{ id: wayId, activityId, title: version.draft.title, isDone: await isDone(db, wayId, { kind, id }) }]
    })
  )
  return ways.flat()
}

/** @returns the activity that a way to credit goes through. */
export async function findActivityOf(db: Db, participationId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('participation')
    .select('activityId')
    .where('id', '=', participationId)
    .executeTakeFirst()
  return row?.activityId
}

async function isDone(db: Db, participationId: string, { kind, id }: Content): Promise<boolean> {
  if (kind === 'course') return false
  const found = await db
    .selectFrom('participationStep')
    .select('doneAt')
    .where('participationId', '=', participationId)
    .where('kind', '=', kind)
    .where('contentId', '=', id)
    .executeTakeFirst()
  return found !== undefined
}
