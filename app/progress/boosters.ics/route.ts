import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { findPlan } from '#server/learning/boosters/queries.ts'
import { servedBoosters } from '#server/learning/boosters/served.ts'
import { writeCalendar } from '#server/learning/boosters/write-calendar.ts'
import { learnerBehind } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'

/** The learner's own plan as a calendar file; without one it leads back to where a plan is begun. */
export async function GET(request: Request): Promise<Response> {
  return reply(request, {
    back: '/progress',
    work: async () => {
      const learner = await learnerBehind(record(), request)
      const plan = learner && (await findPlan(record(), { learnerId: learner.id }))
      if (!learner || !plan) throw new AppError('plan_not_found')
      const { publicUrl } = env()
      const boosters = servedBoosters()
      return new Response(writeCalendar({ startedOn: plan.startedOn, boosters, publicUrl, seed: learner.id }), {
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': 'attachment; filename="training.ics"',
          'cache-control': 'no-store'
        }
      })
    }
  })
}
