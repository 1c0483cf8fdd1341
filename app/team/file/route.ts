import { exportTeam } from '#server/credit/reports/export-team.ts'
import { csvFile } from '#server/credit/reports/report-file.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

/** Gives who of a team is done, due or overdue as CSV. */
export async function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/team',
    work: async () => {
      const [organizationId = ''] = fieldsOf(await readForm(request, env())).get('organization') ?? []
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      return csvFile('team.csv', await exportTeam(record(), { actor, organizationId, now: new Date() }))
    }
  })
}
