import { env } from '#server/env.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { roomCookie } from '#server/workshop/rooms/seat-cookie.ts'
import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { startWorkshop } from '#server/workshop/workshops/start-workshop.ts'
import { hostBehind } from '../../host-here.ts'

/** Opens a room for a workshop, gives this browser the lead, and shows the presenter's page. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ workshopId: string }> }
): Promise<Response> {
  const { workshopId } = await params
  return reply(request, {
    back: `/workshops/${encodeURIComponent(workshopId)}`,
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const isRehearsal = fields.get('as')?.[0] === 'rehearsal'
      const started = { workshopId, isRehearsal, teaching: servedWorkshops(), now: new Date() }
      const { roomId, control, watch } = await startWorkshop(record(), await hostBehind(request), started)
      const isSecure = env().publicUrl.startsWith('https:')
      return {
        next: `/rooms/${roomId}/lead`,
        cookie: [
          roomCookie(control, { roomId, holder: 'lead', isSecure }),
          roomCookie(watch, { roomId, holder: 'watch', isSecure })
        ]
      }
    }
  })
}
