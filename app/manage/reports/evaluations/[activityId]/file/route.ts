import { exportEvaluations } from '#server/credit/reports/export-evaluations.ts'
import { objectiveWords } from '#server/credit/reports/objective-words.ts'
import { csvFile } from '#server/credit/reports/report-file.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

type Context = { params: Promise<{ activityId: string }> }

/** Gives what people thought of an activity as CSV. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { activityId } = await params
  return reply(request, {
    back: `/manage/reports/evaluations/${encodeURIComponent(activityId)}`,
    work: async () => {
      const [organizationId = ''] = fieldsOf(await readForm(request, env())).get('organization') ?? []
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      const words = await objectiveWords(record(), activityId)
      const wanted = { actor, organizationId, activityId, words, now: new Date() }
      return csvFile('evaluations.csv', await exportEvaluations(record(), wanted))
    }
  })
}
