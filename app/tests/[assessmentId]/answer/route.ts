import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { getAssessment } from '#server/learning/assessments/queries.ts'
import { recordTestAnswer } from '#server/learning/assessments/record-test-answer.ts'
import { learnerBehind } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply, withNotice } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { parseTestAnswer, type TestForm } from './parse-test-answer.ts'

/** Stores the answer to the question numbered `q` and leads on, back or to the list of all questions. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ assessmentId: string }> }
): Promise<Response> {
  const { assessmentId } = await params
  const test = `/tests/${encodeURIComponent(assessmentId)}`
  const number = numberIn(request.url)
  const here = `${test}?q=${number}`
  return reply(request, {
    back: here,
    work: async () => {
      const { event, seenSeq, ...form } = parseTestAnswer(await readForm(request, env()))
      const learner = await learnerBehind(record(), request)
      if (!learner) throw new AppError('assessment_not_found')
      const whose = { assessmentId, learnerId: learner.id }
      const { status } = event
        ? await recordTestAnswer(record(), { ...whose, seenSeq, event, now: new Date() })
        : { status: 'nothing', ...(await getAssessment(record(), whose)) }
      return { next: status === 'stale' ? withNotice(here, 'assessment_stale') : nextPath(test, number, form) }
    }
  })
}

function numberIn(url: string): number {
  const q = new URL(url).searchParams.get('q') ?? ''
  return /^[1-9]\d{0,2}$/.test(q) ? Number(q) : 1
}

function nextPath(test: string, number: number, { way, of }: Pick<TestForm, 'way' | 'of'>): string {
  if (way === 'back') return `${test}?q=${Math.max(1, number - 1)}`
  return way === 'review' || number >= of ? `${test}/review` : `${test}?q=${number + 1}`
}
