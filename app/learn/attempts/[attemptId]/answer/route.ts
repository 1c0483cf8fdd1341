import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { recordAnswer } from '#server/learning/attempts/record-answer.ts'
import { learnerBehind } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply, withNotice } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { parseAnswer } from './parse-answer.ts'

/** Stores one answer and leads back to the attempt. A script is told `{ next, seq }`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ attemptId: string }> }
): Promise<Response> {
  const { attemptId } = await params
  const page = `/learn/attempts/${encodeURIComponent(attemptId)}`
  return reply(request, {
    back: page,
    work: async () => {
      const answer = parseAnswer(await readForm(request, env()))
      const learner = await learnerBehind(record(), request)
      if (!learner) throw new AppError('attempt_not_found')
      const { status, seq } = await recordAnswer(record(), {
        ...answer,
        attemptId,
        learnerId: learner.id,
        now: new Date()
      })
      return { next: status === 'stale' ? withNotice(page, 'attempt_stale') : page, body: { seq } }
    }
  })
}
