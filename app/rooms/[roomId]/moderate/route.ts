import { z } from 'zod'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { moderateText, seeSignals } from '#server/workshop/rooms/add-text.ts'
import { roomTokenIn } from '#server/workshop/rooms/seat-cookie.ts'

const moderateSchema = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['show', 'hide']), textId: z.string(), text: z.string().trim().min(1).max(200).optional() }),
  z.object({ act: z.literal('seen') })
])

/** Shows or hides a sentence that a phone sent, or notes that a request for support was seen. */
export async function POST(request: Request, { params }: { params: Promise<{ roomId: string }> }): Promise<Response> {
  const { roomId } = await params
  const page = `/rooms/${encodeURIComponent(roomId)}/lead`
  return reply(request, {
    back: page,
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const one = Object.fromEntries([...fields].map(([name, [value]]) => [name, value]))
      const told = moderateSchema.safeParse(one)
      if (!told.success) throw new AppError('invalid_input')
      const control = roomTokenIn(request.headers.get('cookie'), roomId, 'lead')
      if (told.data.act === 'seen') await seeSignals(record(), { roomId, control })
      else {
        const { act, textId, text } = told.data
        const state = act === 'show' ? ('shown' as const) : ('hidden' as const)
        await moderateText(record(), { roomId, control, textId, state, ...(text !== undefined && { text }) })
      }
      return { next: page }
    }
  })
}
