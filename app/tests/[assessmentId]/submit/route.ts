import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { submitAssessment } from '#server/learning/assessments/submit-assessment.ts'
import { learnerBehind } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply, withNotice } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

/** Hands a test in and leads to what it came to, or back to the list where something has changed. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ assessmentId: string }> }
): Promise<Response> {
  const { assessmentId } = await params
  const test = `/tests/${encodeURIComponent(assessmentId)}`
  const review = `${test}/review`
  return reply(request, {
    back: review,
    work: async () => {
      const seenSeq = seenSeqIn(await readForm(request, env()))
      const learner = await learnerBehind(record(), request)
      if (!learner) throw new AppError('assessment_not_found')
      const submission = { assessmentId, learnerId: learner.id, seenSeq, now: new Date() }
      const { status } = await submitAssessment(record(), submission)
      return { next: status === 'stale' ? withNotice(review, 'assessment_stale') : test }
    }
  })
}

function seenSeqIn(form: FormData): number {
  const { seenSeq, ...rest } = Object.fromEntries(fieldsOf(form))
  const [seq = '', ...more] = seenSeq ?? []
  const isOne = more.length === 0 && Object.keys(rest).length === 0 && /^[1-9]\d{0,8}$/.test(seq)
  if (!isOne) throw new AppError('invalid_input')
  return Number(seq)
}
