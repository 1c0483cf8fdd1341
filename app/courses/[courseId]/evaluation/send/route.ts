import type { Course } from '#content/course-schema.ts'
import { recordEvaluationGiven } from '#server/credit/claims/record-evaluation-given.ts'
import type { Answers } from '#server/credit/evaluations/answers.ts'
import { submitEvaluation } from '#server/credit/evaluations/submit-evaluation.ts'
import { markActivityEvaluated } from '#server/credit/participations/mark-evaluated.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { markEvaluated } from '#server/learning/courses/mark-evaluated.ts'
import { getStanding } from '#server/learning/courses/queries.ts'
import { findCourse, servedCourses } from '#server/learning/courses/served.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { learnerBehind } from '#server/people/learners/queries.ts'
import { inTransaction, record } from '#server/record/db/client.ts'
import { isId } from '#server/record/ids.ts'
import { reply, type Way, withNotice } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { isBiasAsked, wayIn } from '../for-activity.ts'
import { parseEvaluation } from './parse-evaluation.ts'

/** Keeps an evaluation apart from who gave it, notes that it was given, and leads back to the course. */
export async function POST(request: Request, { params }: { params: Promise<{ courseId: string }> }): Promise<Response> {
  const { courseId } = await params
  const page = `/courses/${encodeURIComponent(courseId)}`
  return reply(request, {
    back: page,
    work: async () => {
      const course = findCourse(servedCourses(), courseId)
      if (!course) throw new AppError('course_not_found')
      const objectives = course.objectives.map(({ objective }) => objective)
      const form = await readForm(request, env())
      const activityId = activityIn(form)
      const answers = parseEvaluation(form, objectives)
      if (activityId !== undefined) return sendForCredit(request, { course, activityId, answers })
      const learner = await learnerBehind(record(), request)
      if (!learner) throw new AppError('course_not_begun')
      const { progress } = await getStanding(record(), course, learner)
      const step = progress.steps.find(({ part }) => part.kind === 'evaluation')
      await inTransaction(record(), async (db) => {
        await markEvaluated(db, { learnerId: learner.id, courseId })
        if (step?.state === 'waiting') throw new AppError('step_waits')
        await submitEvaluation(db, { course, answers, now: new Date() })
      })
      return { next: page }
    }
  })
}

type ForCredit = { course: Course; activityId: string; answers: Answers }

/** Keeps an evaluation apart from who gave it; that it was given is noted on their way to credit. */
async function sendForCredit(request: Request, { course, activityId, answers }: ForCredit): Promise<Way> {
  const actor = await personBehind(record(), request.headers)
  if (!actor) throw new AppError('not_signed_in')
  const now = new Date()
  const way = await wayIn({ actor, activityId, courseId: course.id, now })
  if (isBiasAsked(way) && answers.bias === undefined)
    return { next: withNotice(`/courses/${course.id}/evaluation?for=${activityId}`, 'bias_missing') }
  const { id: participationId } = way.participation
  await inTransaction(record(), async (db) => {
    await markActivityEvaluated(db, { participationId })
    await recordEvaluationGiven(db, { participationId, now })
    await submitEvaluation(db, { course, activityId, answers, now })
  })
  return { next: withNotice(`/activities/${activityId}`, 'evaluation_kept') }
}

// Taken out of the form, since everything else in it is an answer.
function activityIn(form: FormData): string | undefined {
  const given = form.getAll('for')
  form.delete('for')
  if (given.length === 0) return undefined
  const [only] = given
  if (given.length > 1 || typeof only !== 'string' || !isId(only)) throw new AppError('invalid_input')
  return only
}
