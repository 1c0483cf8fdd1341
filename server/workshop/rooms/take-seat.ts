import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf, newId, newToken } from '#server/record/ids.ts'
import type { Room, Seat } from './queries.ts'

/** How many phones one room takes. */
const capacity = 1500

/**
 * Gives a phone a seat in a room: a random token and nothing else, no name, no address, no time.
 * @returns the seat and the token that the phone keeps
 * @throws `room_ended`, `room_full`
 */
export async function takeSeat(db: Db, room: Pick<Room, 'id' | 'endedAt'>): Promise<Seat & { token: string }> {
  if (room.endedAt !== null) throw new AppError('room_ended')
  const { count } = await db
    .selectFrom('roomSeat')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('roomId', '=', room.id)
    .executeTakeFirstOrThrow()
  if (Number(count) >= capacity) throw new AppError('room_full')
  const token = newToken()
  const seat = { id: newId(), roomId: room.id, tableName: null, part: null }
  await db
    .insertInto('roomSeat')
    .values({ ...seat, tokenHash: hashOf(token) })
    .execute()
  return { ...seat, token }
}

/** Notes at which table a phone sits, and which part of a page it holds there. */
export async function joinTable(
  db: Db,
  { seatId, table, part }: { seatId: string; table: string | null; part: 'note' | 'room' | 'talk' | null }
): Promise<void> {
  await db.updateTable('roomSeat').set({ tableName: table, part }).where('id', '=', seatId).execute()
}
