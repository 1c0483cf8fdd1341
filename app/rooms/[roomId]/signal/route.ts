import { z } from 'zod'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { newId } from '#server/record/ids.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { addText, raiseSignal } from '#server/workshop/rooms/add-text.ts'
import { getRoom } from '#server/workshop/rooms/queries.ts'
import { seatBehind } from '../seat-behind.ts'

const signalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['support', 'more-time']) }),
  z.object({ kind: z.literal('parking'), text: z.string().trim().min(1).max(200) })
])

/** Tells those who lead that somebody asks for support or time, or puts a sentence on their list; it names no seat. */
export async function POST(request: Request, { params }: { params: Promise<{ roomId: string }> }): Promise<Response> {
  const { roomId } = await params
  const page = `/rooms/${encodeURIComponent(roomId)}`
  return reply(request, {
    back: page,
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const signal = signalSchema.safeParse({ kind: fields.get('kind')?.[0], text: fields.get('text')?.[0] })
      if (!signal.success) throw new AppError('invalid_input')
      await seatBehind(request, roomId)
      const room = await getRoom(record(), roomId)
      if ('text' in signal.data) await addText(record(), room, { ...signal.data, textId: newId(), question: null })
      else await raiseSignal(record(), room, signal.data.kind)
      return { next: `${page}?notice=room_told` }
    }
  })
}
