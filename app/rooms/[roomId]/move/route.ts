import { env } from '#server/env.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { makeMove } from '#server/workshop/rooms/make-move.ts'
import { wipeRehearsal } from '#server/workshop/rooms/purge-rooms.ts'
import { getRoom } from '#server/workshop/rooms/queries.ts'
import { roomTokenIn } from '#server/workshop/rooms/seat-cookie.ts'
import { parseMove } from './parse-move.ts'

/** Makes a move in a room for whoever leads it. A second press of the same button changes nothing. */
export async function POST(request: Request, { params }: { params: Promise<{ roomId: string }> }): Promise<Response> {
  const { roomId } = await params
  const page = `/rooms/${encodeURIComponent(roomId)}/lead`
  return reply(request, {
    back: page,
    work: async () => {
      const move = parseMove(await readForm(request, env()))
      const control = roomTokenIn(request.headers.get('cookie'), roomId, 'lead')
      const { workshopId } = await getRoom(record(), roomId)
      await makeMove(record(), { roomId, control, ...move, now: new Date() })
      const isWiped = move.act.type === 'room.ended' && (await wipeRehearsal(record(), roomId))
      return { next: isWiped && workshopId ? `/workshops/${workshopId}?notice=rehearsal_wiped` : page }
    }
  })
}
