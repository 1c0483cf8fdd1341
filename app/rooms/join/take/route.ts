import { z } from 'zod'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { addressIn, fieldsOf, readForm } from '#server/requests.ts'
import { isGuessing, isKnownFrom, noteRight, noteWrong } from '#server/workshop/rooms/limit-guesses.ts'
import { findRoomByCode, findSeat, type Room } from '#server/workshop/rooms/queries.ts'
import { roomCookie, roomTokenIn } from '#server/workshop/rooms/seat-cookie.ts'
import { takeSeat } from '#server/workshop/rooms/take-seat.ts'

const joinSchema = z.object({ code: z.string().trim().min(1).max(20), key: z.string().max(40).optional() })

/** Gives a phone its seat in the room that a code names; a phone that has one gets it back. */
export async function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/rooms/join',
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const given = joinSchema.safeParse({ code: fields.get('code')?.[0], key: fields.get('key')?.[0] })
      if (!given.success) throw new AppError('room_not_found')
      const address = addressIn(request.headers)
      const room = await roomFor(given.data, address)
      noteRight(address, room.id)
      const next = `/rooms/${room.id}`
      const token = roomTokenIn(request.headers.get('cookie'), room.id, 'seat')
      if (await findSeat(record(), room.id, token)) return { next }
      const seat = await takeSeat(record(), room)
      const isSecure = env().publicUrl.startsWith('https:')
      return { next, cookie: roomCookie(seat.token, { roomId: room.id, holder: 'seat', isSecure }) }
    }
  })
}

async function roomFor({ code, key }: z.output<typeof joinSchema>, address: string): Promise<Room> {
  const now = new Date()
  const room = await findRoomByCode(record(), code)
  if (room && (key === room.joinKey || isKnownFrom(address, room.id))) return room
  if (isGuessing(address, now)) throw new AppError('too_many_guesses')
  if (room) return room
  noteWrong(address, now)
  throw new AppError('room_not_found')
}
