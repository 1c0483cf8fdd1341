import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { addText } from '#server/workshop/rooms/add-text.ts'
import { castAnswer } from '#server/workshop/rooms/cast-answer.ts'
import { findSeat, getRoom } from '#server/workshop/rooms/queries.ts'
import { roomTokenIn } from '#server/workshop/rooms/seat-cookie.ts'
import { parsePhoneAnswer } from './parse-answer.ts'

/** Keeps a phone's answer to the open question. Once this is answered, the answer counts. */
export async function POST(request: Request, { params }: { params: Promise<{ roomId: string }> }): Promise<Response> {
  const { roomId } = await params
  const page = `/rooms/${encodeURIComponent(roomId)}`
  return reply(request, {
    back: page,
    work: async () => {
      const { question, answer, textId } = parsePhoneAnswer(await readForm(request, env()))
      const token = roomTokenIn(request.headers.get('cookie'), roomId, 'seat')
      const seat = await findSeat(record(), roomId, token)
      if (!seat) throw new AppError('seat_not_found')
      const room = await getRoom(record(), roomId)
      if ('text' in answer)
        await addText(record(), room, { textId: textId ?? '', kind: 'answer', question, text: answer.text })
      else await castAnswer(record(), { room, seat, question, answer })
      return { next: `${page}?answered=${encodeURIComponent(question)}` }
    }
  })
}
