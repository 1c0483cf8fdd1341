import { z } from 'zod'
import { servedCourses } from '#server/learning/courses/served.ts'
import type { Db } from '#server/record/db/schema.ts'

const objectives = z.array(z.object({ objective: z.string(), text: z.string() }))
const documentSchema = z.object({ course: z.object({ id: z.string() }), draft: z.object({ objectives }) })

/**
 * @returns the words of an activity's objectives by their ids: the office's own of its newest version, where it has
 * any, else the course's; in the course's order
 */
export async function objectiveWords(db: Db, activityId: string): Promise<ReadonlyMap<string, string>> {
  const row = await db
    .selectFrom('activityVersion')
    .select('document')
    .where('activityId', '=', activityId)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  const version = row && documentSchema.parse(JSON.parse(row.document))
  const course = servedCourses().find((served) => served.course.id === version?.course.id)?.course
  const own = version?.draft.objectives.filter(({ text }) => text !== '') ?? []
  return new Map([...(course?.objectives ?? []), ...own].map(({ objective, text }) => [objective, text]))
}
