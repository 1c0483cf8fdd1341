import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { finishBooster } from '#server/learning/boosters/finish-booster.ts'
import { servedBoosters } from '#server/learning/boosters/served.ts'
import { learnerBehind } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

/** Notes that a booster was taken and leads to the learner's progress. What was chosen in it is not sent. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ boosterId: string }> }
): Promise<Response> {
  const { boosterId } = await params
  return reply(request, {
    back: '/progress',
    work: async () => {
      if (fieldsOf(await readForm(request, env())).size > 0) throw new AppError('invalid_input')
      const learner = await learnerBehind(record(), request)
      const finished = { learnerId: learner?.id ?? '', boosterId, now: new Date() }
      await finishBooster(record(), servedBoosters(), finished)
      return { next: '/progress#boosters' }
    }
  })
}
