import type { Db } from '#server/record/db/schema.ts'
import { getContents, ownShelf, type Shelf, type TaughtContent } from '../activities/contents.ts'
import { listActivityNames } from '../activities/find-name.ts'

/** @returns everything that the activities of an organization teach and ask, each piece once; none of a course that is gone. */
export async function listContents(
  db: Db,
  organizationId: string,
  shelf: Shelf = ownShelf()
): Promise<TaughtContent[]> {
  const activities = await listActivityNames(db, organizationId)
  const here = new Set(shelf.courses.map(({ course }) => course.id))
  const courses = [...new Set(activities.map(({ courseId }) => courseId))].filter((id) => here.has(id))
  const contents = courses.flatMap((courseId) => getContents(courseId, shelf))
  return [...new Map(contents.map((content) => [`${content.kind} ${content.id}`, content])).values()]
}
