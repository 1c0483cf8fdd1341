import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { getRoom, mayWatch } from '#server/workshop/rooms/queries.ts'
import { roomCookie } from '#server/workshop/rooms/seat-cookie.ts'

/** Lets a second person look on, by the link that whoever leads gives them; they can take the lead from there. */
export async function GET(request: Request, { params }: { params: Promise<{ roomId: string }> }): Promise<Response> {
  const { roomId } = await params
  return reply(request, {
    back: '/rooms/join',
    work: async () => {
      const watch = new URL(request.url).searchParams.get('t') ?? undefined
      if (!watch || !mayWatch(await getRoom(record(), roomId), watch)) throw new AppError('not_in_control')
      const isSecure = env().publicUrl.startsWith('https:')
      return { next: `/rooms/${roomId}/lead`, cookie: roomCookie(watch, { roomId, holder: 'watch', isSecure }) }
    }
  })
}
