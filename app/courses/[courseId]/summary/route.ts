import { z } from 'zod'
import { findOpenWay } from '#server/credit/participations/ways.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { getBegun } from '#server/learning/courses/begun.ts'
import { readSummary } from '#server/learning/courses/read-summary.ts'
import { servedCourses } from '#server/learning/courses/served.ts'
import { served } from '#server/learning/scenarios/served.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { learnerBehind } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { oneEach } from '../one-each.ts'

const summarySchema = z.strictObject({ scenario: z.string().min(1).max(64) })

/** Counts the summary of one of the course's cases as read in its place, and leads back to the course. */
export async function POST(request: Request, { params }: { params: Promise<{ courseId: string }> }): Promise<Response> {
  const { courseId } = await params
  const course = `/courses/${encodeURIComponent(courseId)}`
  return reply(request, {
    back: course,
    work: async () => {
      const parsed = summarySchema.safeParse(oneEach(await readForm(request, env())))
      if (!parsed.success) throw new AppError('invalid_input')
      const { scenario } = parsed.data
      const learner = await learnerBehind(record(), request)
      const { learnerId, progress } = await getBegun(record(), servedCourses(), { courseId, learner })
      const isStep = progress.steps.some(({ part }) => part.kind === 'case' && part.scenario === scenario)
      if (!isStep) throw new AppError('scenario_not_found')
      await readSummary(record(), served(), { learnerId, scenarioId: scenario, now: new Date() })
      const actor = await personBehind(record(), request.headers)
      const way = actor && (await findOpenWay(record(), { userId: actor.userId, courseId }))
      return { next: way ? `/activities/${way.activityId}#steps` : course }
    }
  })
}
