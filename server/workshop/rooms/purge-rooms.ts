import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { signalMoved } from './signal.ts'

const hour = 3_600_000
/** Phones are told "within a day": with an hour between two looks, and one to spare. */
const keptFor = 22 * hour
/** A room that nobody ended is over after this long. */
const longest = 48 * hour

/**
 * Deletes what phones left in rooms that ended almost a day ago or were forgotten open: seats, answers, sentences and
 * signals. The counts of each question stay in the room's log. Of a rehearsal nothing stays.
 * @returns how many rooms were emptied, and how many rehearsals were deleted
 */
export function purgeRooms(db: Db, { now }: { now: Date }): Promise<{ rooms: number; rehearsals: number }> {
  const at = (age: number) => new Date(now.getTime() - age).toISOString()
  return inTransaction(db, async (db) => {
    await db
      .updateTable('room')
      .set({ endedAt: now.toISOString(), openQuestion: null })
      .where('endedAt', 'is', null)
      .where('openedOn', '<=', at(longest).slice(0, 10))
      .execute()
    const over = await db
      .selectFrom('room')
      .select(['id', 'isRehearsal'])
      .where('endedAt', '<=', at(keptFor))
      .where(({ or, exists, selectFrom, eb }) =>
        or([
          eb('isRehearsal', '=', 1),
          exists(selectFrom('roomSeat').select('roomSeat.id').whereRef('roomSeat.roomId', '=', 'room.id')),
          exists(selectFrom('roomText').select('roomText.id').whereRef('roomText.roomId', '=', 'room.id'))
        ])
      )
      .execute()
    for (const { id, isRehearsal } of over) await (isRehearsal === 1 ? deleteRoom(db, id) : emptyRoom(db, id))
    const rehearsals = over.filter(({ isRehearsal }) => isRehearsal === 1).length
    return { rooms: over.length - rehearsals, rehearsals }
  })
}

/** Deletes a rehearsal at once, with its log. @returns false for a session that was held, which it leaves alone */
export async function wipeRehearsal(db: Db, roomId: string): Promise<boolean> {
  const isWiped = await inTransaction(db, async (db) => {
    const room = await db.selectFrom('room').select('isRehearsal').where('id', '=', roomId).executeTakeFirst()
    if (room?.isRehearsal !== 1) return false
    await deleteRoom(db, roomId)
    return true
  })
  if (isWiped) signalMoved(roomId)
  return isWiped
}

async function emptyRoom(db: Db, roomId: string): Promise<void> {
  for (const table of ['roomAnswer', 'roomText', 'roomSignal', 'roomSeat'] as const)
    await db.deleteFrom(table).where('roomId', '=', roomId).execute()
}

async function deleteRoom(db: Db, roomId: string): Promise<void> {
  await emptyRoom(db, roomId)
  await db.deleteFrom('stream').where('id', '=', roomId).execute()
}
