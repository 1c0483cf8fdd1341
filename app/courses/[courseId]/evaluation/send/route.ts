import { submitEvaluation } from '#server/credit/evaluations/submit-evaluation.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { markEvaluated } from '#server/learning/courses/mark-evaluated.ts'
import { getStanding } from '#server/learning/courses/queries.ts'
import { findCourse, servedCourses } from '#server/learning/courses/served.ts'
import { learnerBehind } from '#server/people/learners/queries.ts'
import { inTransaction, record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
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
      const answers = parseEvaluation(await readForm(request, env()), objectives)
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
