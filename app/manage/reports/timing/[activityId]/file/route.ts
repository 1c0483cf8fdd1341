import { exportTiming } from '#server/credit/reports/export-timing.ts'
import { csvFile } from '#server/credit/reports/report-file.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

type Context = { params: Promise<{ activityId: string }> }

/** Gives how long people took for an activity as CSV. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { activityId } = await params
  return reply(request, {
    back: `/manage/reports/timing/${encodeURIComponent(activityId)}`,
    work: async () => {
      const [organizationId = ''] = fieldsOf(await readForm(request, env())).get('organization') ?? []
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      const wanted = { actor, organizationId, activityId, now: new Date() }
      return csvFile('timing.csv', await exportTiming(record(), wanted))
    }
  })
}
