import { env } from '#server/env.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { getWorkshop } from '#server/workshop/workshops/queries.ts'
import { saveWorkshop } from '#server/workshop/workshops/save-workshop.ts'
import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { hostBehind } from '../../../host-here.ts'
import { parseAgenda } from './parse-agenda.ts'

/** Saves an agenda as its form says. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ workshopId: string }> }
): Promise<Response> {
  const { workshopId } = await params
  const page = `/workshops/${encodeURIComponent(workshopId)}`
  return reply(request, {
    back: `${page}/edit`,
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const host = await hostBehind(request)
      const { agenda } = await getWorkshop(record(), host, workshopId)
      const { activity, supportPerson, ...form } = parseAgenda(fields, agenda.items)
      const saved = { ...form, workshopId, supportPerson: supportPerson || null, activityId: activity || null }
      await saveWorkshop(record(), host, saved, { teaching: servedWorkshops(), now: new Date() })
      return { next: page }
    }
  })
}
