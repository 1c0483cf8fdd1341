import { env } from '#server/env.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { takeControl } from '#server/workshop/rooms/hand-over.ts'
import { roomCookie, roomTokenIn } from '#server/workshop/rooms/seat-cookie.ts'

/** Gives the lead to a browser that may look on; the one that led before looks on from now. */
export async function POST(request: Request, { params }: { params: Promise<{ roomId: string }> }): Promise<Response> {
  const { roomId } = await params
  const page = `/rooms/${encodeURIComponent(roomId)}/lead`
  return reply(request, {
    back: page,
    work: async () => {
      await readForm(request, env())
      const token = roomTokenIn(request.headers.get('cookie'), roomId, 'watch')
      const control = await takeControl(record(), { roomId, token })
      const isSecure = env().publicUrl.startsWith('https:')
      return { next: page, cookie: roomCookie(control, { roomId, holder: 'lead', isSecure }) }
    }
  })
}
