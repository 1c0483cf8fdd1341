import { submitEvaluation } from '#server/credit/evaluations/submit-evaluation.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { dropKeptForm, keepForm } from '#server/kept-forms.ts'
import { record } from '#server/record/db/client.ts'
import { reply, withNotice } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { findActivity } from '#server/workshop/workshops/find-activity.ts'
import { getWorkshop } from '#server/workshop/workshops/queries.ts'
import { hostBehind, sessionOf } from '../../../host-here.ts'
import { evaluationQuestions } from '../../evaluation-questions.ts'
import { parseEvaluation } from './parse-evaluation.ts'

/** Keeps one evaluation that was given on paper, apart from everybody and everything but its activity. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ workshopId: string }> }
): Promise<Response> {
  const { workshopId } = await params
  const back = `/workshops/${encodeURIComponent(workshopId)}/paper`
  return reply(request, {
    back,
    work: async () => {
      const host = await hostBehind(request)
      const fields = fieldsOf(await readForm(request, env()))
      const activity = await findActivity(record(), await getWorkshop(record(), host, workshopId))
      if (!activity) throw new AppError('activity_not_found')
      const { course, activityId } = activity
      const asked = evaluationQuestions(activity).flatMap((group) => group.asked)
      const place = { sessionId: sessionOf(host), path: `${back}/evaluation`, now: new Date() }
      try {
        const answers = parseEvaluation(fields, asked)
        await submitEvaluation(record(), {
          course,
          activityId,
          answers,
          now: new Date(),
          sheet: fields.get('entry')?.[0]
        })
      } catch (fault) {
        keepForm(place, fields)
        throw fault
      }
      dropKeptForm(place)
      return { next: withNotice(back, 'paper_evaluation_kept') }
    }
  })
}
