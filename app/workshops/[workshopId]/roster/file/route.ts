import { csvFile } from '#server/credit/reports/report-file.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { exportRoster } from '#server/workshop/attendance/export-roster.ts'
import { rosterPath } from '../door.ts'

type Context = { params: Promise<{ workshopId: string }> }

/** Gives a day's roster as CSV. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workshopId } = await params
  const heldOn = new URL(request.url).searchParams.get('day') ?? ''
  return reply(request, {
    back: rosterPath(workshopId, heldOn),
    work: async () => {
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      return csvFile('roster.csv', await exportRoster(record(), { actor, workshopId, heldOn, now: new Date() }))
    }
  })
}
