import { z } from 'zod'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { tableIn } from '#server/workshop/rooms/codes.ts'
import { joinTable } from '#server/workshop/rooms/take-seat.ts'
import { seatBehind } from '../seat-behind.ts'

const tableSchema = z.object({
  table: z.string().trim().max(12),
  part: z.enum(['note', 'room', 'talk', ''])
})

/** Notes at which table a phone sits, and which part of a page it shows. */
export async function POST(request: Request, { params }: { params: Promise<{ roomId: string }> }): Promise<Response> {
  const { roomId } = await params
  const page = `/rooms/${encodeURIComponent(roomId)}`
  return reply(request, {
    back: page,
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const told = tableSchema.safeParse({ table: fields.get('table')?.[0], part: fields.get('part')?.[0] })
      if (!told.success) throw new AppError('invalid_input')
      const { id: seatId } = await seatBehind(request, roomId)
      const { table, part } = told.data
      await joinTable(record(), { seatId, table: tableIn(table), part: part || null })
      return { next: page }
    }
  })
}
