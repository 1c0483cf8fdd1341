import type { Plan } from '#machines/room/plan.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { openStream } from '#server/record/events/append.ts'
import { hashOf, newId, newToken } from '#server/record/ids.ts'
import { newCode } from './codes.ts'

type Start = {
  plan: Plan
  workshopId: string | null
  isRehearsal: boolean
  supportPerson: string | null
  now: Date
  /** The room's id where the caller has chosen one, so that asking again does not open a second room. */
  roomId?: string
}

/** A room as it was opened: `control` lets its holder lead, `watch` see what the presenter sees; both are stored hashed. */
export type StartedRoom = { roomId: string; code: string; joinKey: string; control: string; watch: string }

/** Opens a room for a plan, in the lobby. Who may do so is for the caller to know. */
export function startRoom(
  db: Db,
  { roomId = newId(), plan, workshopId, isRehearsal, supportPerson, now }: Start
): Promise<StartedRoom> {
  return inTransaction(db, async (db) => {
    const room = {
      roomId,
      code: newCode(),
      joinKey: newToken().slice(0, 10),
      control: newToken(),
      watch: newToken()
    }
    const event = { type: 'room.opened' as const, plan, isRehearsal, supportPerson }
    const events = [{ seq: 1, event, occurredAt: now.toISOString() }]
    await openStream(db, { id: room.roomId, kind: 'room', events })
    await db
      .insertInto('room')
      .values({
        id: room.roomId,
        workshopId,
        code: room.code,
        joinKey: room.joinKey,
        controlHash: hashOf(room.control),
        watchHash: hashOf(room.watch),
        openQuestion: null,
        batch: 0,
        isRehearsal: isRehearsal ? 1 : 0,
        openedOn: now.toISOString().slice(0, 10),
        endedAt: null
      })
      .execute()
    return room
  })
}
