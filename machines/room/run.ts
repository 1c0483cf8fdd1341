import type { SnapshotFrom } from 'xstate'
import { beginReplay, type Replayed, replay, takeEvent } from '../replay.ts'
import type { RoomEvent, RoomOpened } from './events.ts'
import { roomMachine } from './machine.ts'

export type RoomRun = SnapshotFrom<typeof roomMachine>

/** @returns the room as it is opened, from the first event of its log. */
export function openRoom(opened: RoomOpened): RoomRun {
  return beginReplay<RoomRun>(roomMachine, opened)
}

/** @returns the room after one event, or undefined where its state refuses it. */
export function takeMove(room: RoomRun, event: Exclude<RoomEvent, RoomOpened>): RoomRun | undefined {
  return takeEvent(roomMachine, room, event)
}

/** @returns the room after later events of its log, and the index of the first refused, if any. */
export function continueRoom(from: RoomRun, events: readonly RoomEvent[]): Replayed<RoomRun> {
  return replay(roomMachine, from, events)
}
