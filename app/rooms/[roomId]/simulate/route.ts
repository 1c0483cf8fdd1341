import { env } from '#server/env.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { roomTokenIn } from '#server/workshop/rooms/seat-cookie.ts'
import { simulate } from '#server/workshop/rooms/simulate.ts'

/** How many invented participants a rehearsal has. */
const people = 24

/** Lets invented participants answer the open question of a rehearsal. */
export async function POST(request: Request, { params }: { params: Promise<{ roomId: string }> }): Promise<Response> {
  const { roomId } = await params
  const page = `/rooms/${encodeURIComponent(roomId)}/lead`
  return reply(request, {
    back: page,
    work: async () => {
      await readForm(request, env())
      await simulate(record(), { roomId, control: roomTokenIn(request.headers.get('cookie'), roomId, 'lead'), people })
      return { next: page }
    }
  })
}
