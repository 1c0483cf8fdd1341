import { env } from '#server/env.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { enterPaperSession } from '#server/workshop/workshops/enter-paper-session.ts'
import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { hostBehind } from '../../../host-here.ts'

// A long agenda has several hundred fields.
const formLimit = 128 * 1024

/** Keeps a session that was held by hands or on paper, and leads to its report. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ workshopId: string }> }
): Promise<Response> {
  const { workshopId } = await params
  return reply(request, {
    back: `/workshops/${encodeURIComponent(workshopId)}/paper`,
    work: async () => {
      const host = await hostBehind(request)
      const fields = fieldsOf(await readForm(request, env(), formLimit))
      const heldOn = fields.get('heldOn')?.[0] ?? ''
      const entry = { workshopId, heldOn, fields, teaching: servedWorkshops(), now: new Date() }
      const roomId = await enterPaperSession(record(), host, entry)
      return { next: `/workshops/${workshopId}/sessions/${roomId}` }
    }
  })
}
