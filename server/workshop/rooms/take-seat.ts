import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf, newId, newToken } from '#server/record/ids.ts'
import { inGroups, inParts } from './in-groups.ts'
import type { Room, Seat } from './queries.ts'
import { signalCounted } from './signal.ts'

/** How many phones one room takes. */
const capacity = 1500

/**
 * Gives a phone a seat in a room: a random token and nothing else, no name, no address, no time.
 * @returns the seat and the token that the phone keeps
 * @throws `room_ended`, `room_full`
 */
export async function takeSeat(db: Db, room: Pick<Room, 'id' | 'endedAt'>): Promise<Seat & { token: string }> {
  if (room.endedAt !== null) throw new AppError('room_ended')
  const token = newToken()
  const seat = { id: newId(), roomId: room.id, tableName: null, part: null }
  if (!(await seated(db, room.id, { ...seat, tokenHash: hashOf(token) }))) throw new AppError('room_full')
  return { ...seat, token }
}

const seated = inGroups<Seat & { tokenHash: string }, boolean>(async (db, roomId, seats) => {
  const places = await inTransaction(db, async (db) => {
    const { count } = await db
      .selectFrom('roomSeat')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('roomId', '=', roomId)
      .executeTakeFirstOrThrow()
    const free = Math.max(0, capacity - Number(count))
    for (const part of inParts(seats.slice(0, free))) await db.insertInto('roomSeat').values(part).execute()
    return free
  })
  signalCounted(roomId)
  return seats.map((_, index) => index < places)
})

/** Notes at which table a phone sits, and which part of a page it holds there. */
export async function joinTable(
  db: Db,
  { seatId, table, part }: { seatId: string; table: string | null; part: 'note' | 'room' | 'talk' | null }
): Promise<void> {
  await db.updateTable('roomSeat').set({ tableName: table, part }).where('id', '=', seatId).execute()
}
