import { z } from 'zod'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { beginTest } from '#server/learning/courses/begin-test.ts'
import { servedCourses } from '#server/learning/courses/served.ts'
import { learnerBehind } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { oneEach } from '../one-each.ts'

const testSchema = z.strictObject({ form: z.literal(['pre', 'post']) })

/** Begins a test of a course, or takes up the open one, and leads to it. */
export async function POST(request: Request, { params }: { params: Promise<{ courseId: string }> }): Promise<Response> {
  const { courseId } = await params
  return reply(request, {
    back: `/courses/${encodeURIComponent(courseId)}`,
    work: async () => {
      const parsed = testSchema.safeParse(oneEach(await readForm(request, env())))
      if (!parsed.success) throw new AppError('invalid_input')
      const learner = await learnerBehind(record(), request)
      const begin = { courseId, learner, form: parsed.data.form, now: new Date() }
      return { next: `/tests/${await beginTest(record(), servedCourses(), begin)}` }
    }
  })
}
