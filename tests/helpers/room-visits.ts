import type { Db } from '#server/record/db/schema.ts'
import { readEvents } from '#server/record/events/read.ts'
import { type StartedRoom, startRoom } from '#server/workshop/rooms/start-room.ts'
import { type Answered, get, post, RoomLine } from './room-lines.ts'
import { aPlan } from './rooms.ts'

/** A phone with its seat in a room, as a browser keeps it. */
export type Phone = { room: string; cookie: string }

/** A room whose plan is short, opened straight in the record, as its door needs somebody who may host. */
export function aRoomIn(db: Db, plan = aPlan(), { isRehearsal = false } = {}): Promise<StartedRoom> {
  return startRoom(db, { plan, workshopId: null, isRehearsal, supportPerson: 'Sam', now: new Date() })
}

/** Joins a room over HTTP by its typed code. */
export async function aPhoneIn(address: string, { code }: StartedRoom): Promise<Phone> {
  const { status, text, cookies } = await post(`${address}/rooms/join/take`, { code })
  if (status !== 200) throw new Error(`No seat: ${status} ${text}`)
  return { room: JSON.parse(text).next, cookie: cookies[0] ?? '' }
}

/** Sends a phone's answer. */
export function answerOf(
  address: string,
  { room, cookie }: Phone,
  { question, option }: { question: string; option: string }
): Promise<Answered> {
  return post(`${address}${room}/answer`, { question, ask: 'one', option }, { cookie })
}

/** @returns the cookie of whoever leads. */
export function leadCookie({ roomId, control }: StartedRoom): string {
  return `attune-lead-${roomId}=${control}`
}

/** Makes a move over HTTP after the room's event `seenSeq`. */
export function moveIn(
  address: string,
  room: StartedRoom,
  seenSeq: number,
  fields: Record<string, string>
): Promise<Answered> {
  const cookie = leadCookie(room)
  return post(`${address}/rooms/${room.roomId}/move`, { ...fields, seenSeq: String(seenSeq) }, { cookie })
}

/** The stream that a phone, the wall or whoever leads has of a room. */
export function lineTo(address: string, room: string, as: 'seat' | 'wall' | 'lead', cookie = ''): RoomLine {
  return new RoomLine(`${address}${room}/stream?as=${as}`, cookie)
}

/** A page as a phone or a browser is shown it. */
export function pageOf(address: string, path: string, cookie: string): Promise<Answered> {
  return get(`${address}${path}`, { cookie })
}

/** @returns what the last closing of a room counted. */
export async function lastTally(db: Db, roomId: string): Promise<{ answered: number; counts: Record<string, number> }> {
  const events = await readEvents(db, { streamId: roomId, kind: 'room' })
  const closed = events.findLast(({ event }) => event.type === 'question.closed')?.event
  if (closed?.type !== 'question.closed') throw new Error('No question was closed')
  return closed.tally
}
