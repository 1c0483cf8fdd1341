import { AppError } from '#server/errors.ts'
import type { Db, StreamTable } from '#server/record/db/schema.ts'
import type { RoomSeatTable, RoomTable } from '#server/record/db/schema-workshop.ts'
import { hashOf, isId } from '#server/record/ids.ts'
import { codeIn } from './codes.ts'
import { inGroups, inParts } from './in-groups.ts'

/** A room with the number of its newest event. */
export type Room = Omit<RoomTable, 'isRehearsal'> & Pick<StreamTable, 'lastSeq'> & { isRehearsal: boolean }

/** A phone's place in a room. */
export type Seat = Pick<RoomSeatTable, 'id' | 'roomId' | 'tableName' | 'part'>

/** @returns a room. Throws `room_not_found`. */
export async function getRoom(db: Db, roomId: string): Promise<Room> {
  const row = isId(roomId) ? await rooms(db).where('room.id', '=', roomId).executeTakeFirst() : undefined
  if (!row) throw new AppError('room_not_found')
  return { ...row, isRehearsal: row.isRehearsal === 1 }
}

/** @returns the room that a typed code names, while it has not ended. */
export async function findRoomByCode(db: Db, typed: string): Promise<Room | undefined> {
  const code = codeIn(typed)
  if (!code) return undefined
  const row = await rooms(db).where('code', '=', code).where('endedAt', 'is', null).executeTakeFirst()
  return row && { ...row, isRehearsal: row.isRehearsal === 1 }
}

/** @returns the seat whose token a phone holds, in this room. */
export async function findSeat(db: Db, roomId: string, token: string | undefined): Promise<Seat | undefined> {
  return token ? seatBy(db, roomId, hashOf(token)) : undefined
}

const seatBy = inGroups<string, Seat | undefined>(async (db, roomId, hashes) => {
  const found = new Map<string, Seat>()
  for (const part of inParts(hashes)) {
    const rows = await db
      .selectFrom('roomSeat')
      .select(['tokenHash', 'id', 'roomId', 'tableName', 'part'])
      .where('tokenHash', 'in', part)
      .where('roomId', '=', roomId)
      .execute()
    for (const { tokenHash, ...seat } of rows) found.set(tokenHash, seat)
  }
  return hashes.map((hash) => found.get(hash))
})

/** Who may lead and who may look on: tokens are compared by their hashes. Throws `not_in_control`. */
export function requireControl(room: Pick<Room, 'controlHash'>, token: string | undefined): void {
  if (!token || hashOf(token) !== room.controlHash) throw new AppError('not_in_control')
}

/** @returns a mark of who leads a room; it opens nothing. */
export function markOfLead({ controlHash }: Pick<Room, 'controlHash'>): string {
  return controlHash.slice(0, 12)
}

/** @returns whether a token lets its holder see what the presenter sees. */
export function mayWatch(room: Pick<Room, 'controlHash' | 'watchHash'>, token: string | undefined): boolean {
  return token !== undefined && [room.controlHash, room.watchHash].includes(hashOf(token))
}

/** @returns how many seats a room has, and how many of them answered the open question. */
export async function countSeats(
  db: Db,
  room: Pick<Room, 'id' | 'openQuestion'>
): Promise<{ seats: number; answered: number }> {
  const seats = await db
    .selectFrom('roomSeat')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('roomId', '=', room.id)
    .executeTakeFirstOrThrow()
  const answered = await db
    .selectFrom('roomAnswer')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('roomId', '=', room.id)
    .where('question', '=', room.openQuestion ?? '')
    .executeTakeFirstOrThrow()
  return { seats: Number(seats.count), answered: Number(answered.count) }
}

function rooms(db: Db) {
  return db.selectFrom('room').innerJoin('stream', 'stream.id', 'room.id').selectAll('room').select('stream.lastSeq')
}

/** @returns the organization whose workshop a room is of; none for a room without one. */
export async function organizationOfRoom(db: Db, { workshopId }: Pick<Room, 'workshopId'>): Promise<string[]> {
  if (workshopId === null) return []
  const row = await db.selectFrom('workshop').select('organizationId').where('id', '=', workshopId).executeTakeFirst()
  return row?.organizationId ? [row.organizationId] : []
}
