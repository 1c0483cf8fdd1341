import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { findSeat, type Seat } from '#server/workshop/rooms/queries.ts'
import { roomTokenIn } from '#server/workshop/rooms/seat-cookie.ts'

/** @returns the seat of the phone that sent a request. Throws `seat_not_found`. */
export async function seatBehind(request: Request, roomId: string): Promise<Seat> {
  const seat = await findSeat(record(), roomId, roomTokenIn(request.headers.get('cookie'), roomId, 'seat'))
  if (!seat) throw new AppError('seat_not_found')
  return seat
}
