import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { branchAttempt } from '#server/learning/attempts/branch-attempt.ts'
import { learnerBehind } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

/** Begins a "what if" after the event numbered `seq` and leads to it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ attemptId: string }> }
): Promise<Response> {
  const { attemptId } = await params
  return reply(request, {
    back: `/learn/attempts/${encodeURIComponent(attemptId)}`,
    work: async () => {
      const seq = parseSeq(await readForm(request, env()))
      const learner = await learnerBehind(record(), request)
      if (!learner) throw new AppError('attempt_not_found')
      const id = await branchAttempt(record(), { attemptId, learnerId: learner.id, seq, now: new Date() })
      return { next: `/learn/attempts/${id}` }
    }
  })
}

function parseSeq(form: FormData): number {
  const { seq, ...rest } = Object.fromEntries(fieldsOf(form))
  const isWhole = seq?.length === 1 && /^[1-9]\d{0,8}$/.test(seq[0] ?? '')
  if (!isWhole || Object.keys(rest).length > 0) throw new AppError('invalid_input')
  return Number(seq[0])
}
