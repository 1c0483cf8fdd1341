import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import type { Looker } from '#server/workshop/rooms/hub.ts'
import { findSeat, getRoom, mayWatch } from '#server/workshop/rooms/queries.ts'
import { roomTokenIn } from '#server/workshop/rooms/seat-cookie.ts'

/**
 * @returns who asks for a room's view: by `as=lead` whoever leads or may look on, by `as=wall` the wall, else a phone
 * @throws `room_not_found`, `not_in_control`, `seat_not_found`
 */
export async function lookerBehind(request: Request, roomId: string): Promise<Looker> {
  const as = new URL(request.url).searchParams.get('as')
  const cookie = request.headers.get('cookie')
  if (as === 'wall') return { as: 'wall' }
  if (as === 'lead') {
    const room = await getRoom(record(), roomId)
    const tokens = [roomTokenIn(cookie, roomId, 'lead'), roomTokenIn(cookie, roomId, 'watch')]
    if (!tokens.some((token) => mayWatch(room, token))) throw new AppError('not_in_control')
    return { as: 'lead' }
  }
  const seat = await findSeat(record(), roomId, roomTokenIn(cookie, roomId, 'seat'))
  if (!seat) throw new AppError('seat_not_found')
  return { as: 'seat', seat }
}
