import { env } from '#server/env.ts'
import { dropKeptForm, keepForm } from '#server/kept-forms.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { enterPaperSession } from '#server/workshop/workshops/enter-paper-session.ts'
import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { hostBehind, sessionOf } from '../../../host-here.ts'

// A long agenda has several hundred fields.
const formLimit = 128 * 1024

/** Keeps a session that was held by hands or on paper, and leads to its report. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ workshopId: string }> }
): Promise<Response> {
  const { workshopId } = await params
  const path = `/workshops/${encodeURIComponent(workshopId)}/paper`
  return reply(request, {
    back: path,
    work: async () => {
      const host = await hostBehind(request)
      const fields = fieldsOf(await readForm(request, env(), formLimit))
      const [heldOn = '', roomId = ''] = [fields.get('heldOn')?.[0], fields.get('entry')?.[0]]
      const entry = { workshopId, roomId, heldOn, fields, teaching: servedWorkshops(), now: new Date() }
      const place = { sessionId: sessionOf(host), path, now: new Date() }
      try {
        await enterPaperSession(record(), host, entry)
      } catch (fault) {
        keepForm(place, fields)
        throw fault
      }
      dropKeptForm(place)
      return { next: `/workshops/${workshopId}/sessions/${roomId}` }
    }
  })
}
