import type { RoomEvent } from '#machines/room/events.ts'
import { continueRoom, openRoom, type RoomRun } from '#machines/room/run.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { LoggedEvent } from '#server/record/events/append.ts'
import { corrupt, readEvents } from '#server/record/events/read.ts'
import { keepWarm, recallWarm, type Warm } from '#server/record/events/warm.ts'
import type { Room } from './queries.ts'

/** The one machine of all rooms, by which their states are remembered. */
export const roomKey = 'room'

/** @returns a room's state after its newest event. Throws `log_corrupt` where an event is missing, unreadable or refused. */
export async function loadRoom(
  db: Db,
  { id: streamId, lastSeq }: Pick<Room, 'id' | 'lastSeq'>
): Promise<Warm<RoomRun>> {
  const known = recallWarm<RoomRun>(streamId, roomKey)
  const from = known && known.seq <= lastSeq ? known : undefined
  if (from?.seq === lastSeq) return from
  const at = replayFrom(streamId, await readEvents(db, { streamId, kind: 'room', after: from?.seq ?? 0 }), from)
  if (at.seq < lastSeq) throw corrupt(streamId, at.seq + 1)
  if (!db.isTransaction) keepWarm(streamId, roomKey, at)
  return at
}

function replayFrom(
  streamId: string,
  events: readonly LoggedEvent<RoomEvent>[],
  from: Warm<RoomRun> | undefined
): Warm<RoomRun> {
  const start = from ?? startFrom(streamId, events[0])
  const later = from ? events : events.slice(1)
  const { snapshot, refusedAt } = continueRoom(
    start.snapshot,
    later.map(({ event }) => event)
  )
  if (refusedAt !== undefined) throw corrupt(streamId, later[refusedAt]?.seq ?? 0)
  return { seq: later.at(-1)?.seq ?? start.seq, snapshot }
}

function startFrom(streamId: string, first?: LoggedEvent<RoomEvent>): Warm<RoomRun> {
  if (first?.event.type !== 'room.opened') throw corrupt(streamId, 1)
  return { seq: 1, snapshot: openRoom(first.event) }
}
