import { z } from 'zod'
import { beginCreditTest } from '#server/credit/participations/begin-credit-test.ts'
import { findOpenWay } from '#server/credit/participations/ways.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { beginTest } from '#server/learning/courses/begin-test.ts'
import { servedCourses } from '#server/learning/courses/served.ts'
import { personBehind } from '#server/people/auth/person.ts'
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
      const { form } = parsed.data
      const now = new Date()
      const actor = await personBehind(record(), request.headers)
      const way = actor && (await findOpenWay(record(), { userId: actor.userId, courseId }))
      // Who takes the course for credit takes the test that counts for it.
      if (way) return { next: `/tests/${await beginCreditTest(record(), { actor, ...way, form, now })}` }
      const learner = await learnerBehind(record(), request)
      const begin = { courseId, learner, form, now }
      return { next: `/tests/${await beginTest(record(), servedCourses(), begin)}` }
    }
  })
}
