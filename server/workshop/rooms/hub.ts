import type { Counts, RoomCounts } from '#machines/room/view.ts'
import { asAppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getRoom, type Seat } from './queries.ts'
import { listenTo } from './signal.ts'
import { readCounts, readLeadView, readRoomView } from './views.ts'

/** Who looks on: a phone, the wall, or whoever leads. */
export type Looker = { as: 'seat'; seat: Seat } | { as: 'wall' } | { as: 'lead' }

/** A view as JSON, and as the event of a stream, made once for all who see the same. */
type Made = { text: string; event: Uint8Array<ArrayBuffer> }
type EventName = 'view' | 'count' | 'beat' | 'gone'
type Send = (name: EventName, event: Uint8Array<ArrayBuffer>) => void
type Subscriber = { looker: Looker; send: Send; last: string; counted: string }
type Hub = {
  subscribers: Set<Subscriber>
  views: Map<string, Promise<Made>>
  isMoving: boolean
  isCounting: boolean
  /** Whether a sentence came in since whoever leads was told last. */
  isWritten: boolean
  stop: () => void
}

// A production build gives routes separate copies of this module; a room's phones belong to one hub.
declare global {
  var attuneHubs: Map<string, Hub> | undefined
}

/** A count is sent at most this often, in milliseconds: it tells nobody more to see each answer arrive. */
const countEvery = 150

const encoder = new TextEncoder()

/**
 * Sends a room's views to somebody as they change, the one of now first, as events of a stream
 * with their names.
 * @returns what ends it
 */
export async function watchRoom(db: Db, roomId: string, looker: Looker, send: Send): Promise<() => void> {
  const hub = hubOf(db, roomId)
  const subscriber = { looker, send, last: '', counted: '' }
  hub.subscribers.add(subscriber)
  try {
    sendView(subscriber, await viewFor(db, roomId, hub, looker))
    if (looker.as !== 'seat') await sendCounts(db, roomId, [subscriber])
  } catch (cause) {
    leave(roomId, hub, subscriber)
    throw cause
  }
  return () => leave(roomId, hub, subscriber)
}

/** @returns one view as JSON, made once for all who see the same until the room moves on. */
export async function readViewText(db: Db, roomId: string, looker: Looker): Promise<string> {
  const hub = globalThis.attuneHubs?.get(roomId)
  return hub ? (await viewFor(db, roomId, hub, looker)).text : freshView(db, roomId, looker)
}

/** @returns an event of a stream. */
export function eventOf(name: EventName, data: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(`event: ${name}\ndata: ${data}\n\n`)
}

function hubOf(db: Db, roomId: string): Hub {
  globalThis.attuneHubs ??= new Map()
  const found = globalThis.attuneHubs.get(roomId)
  if (found) return found
  const idle = { isMoving: false, isCounting: false, isWritten: false, stop: () => {} }
  const hub: Hub = { subscribers: new Set(), views: new Map(), ...idle }
  hub.stop = listenTo(roomId, (kind) => {
    if (kind === 'moved') return onMoved(db, roomId, hub)
    if (kind === 'written') hub.isWritten = true
    onCounted(db, roomId, hub)
  })
  globalThis.attuneHubs.set(roomId, hub)
  return hub
}

function leave(roomId: string, hub: Hub, subscriber: Subscriber): void {
  // A stream may end twice; by the second time the room may have another hub.
  if (!hub.subscribers.delete(subscriber) || hub.subscribers.size > 0) return
  hub.stop()
  globalThis.attuneHubs?.delete(roomId)
}

function viewFor(db: Db, roomId: string, hub: Hub, looker: Looker): Promise<Made> {
  const key = keyOf(looker)
  const known = hub.views.get(key)
  if (known !== undefined) return known
  const made = freshView(db, roomId, looker).then((text) => ({ text, event: eventOf('view', text) }))
  hub.views.set(key, made)
  made.catch(() => hub.views.get(key) === made && hub.views.delete(key))
  return made
}

function keyOf(looker: Looker): string {
  return looker.as === 'seat' ? `seat/${looker.seat.tableName ?? ''}/${looker.seat.part ?? ''}` : looker.as
}

async function freshView(db: Db, roomId: string, looker: Looker): Promise<string> {
  if (looker.as === 'lead') return JSON.stringify(await readLeadView(db, roomId))
  return JSON.stringify(await readRoomView(db, roomId, looker.as === 'seat' ? looker.seat : undefined))
}

// What waits for those who lead is for them alone: the wall, which anybody may open, is not even told that something came.
async function sendCounts(db: Db, roomId: string, watchers: readonly Subscriber[]): Promise<void> {
  const counts: Counts = await readCounts(db, await getRoom(db, roomId))
  const { seats, answered } = counts
  const onWall: RoomCounts = { seats, answered }
  for (const watcher of watchers) {
    const text = JSON.stringify(watcher.looker.as === 'lead' ? counts : onWall)
    if (watcher.counted === text) continue
    watcher.counted = text
    watcher.send('count', eventOf('count', text))
  }
}

// After a broken line to the database a room is read again whether it moved or not; nobody is told the same twice.
function sendView(subscriber: Subscriber, { text, event }: Made): void {
  if (subscriber.last === text) return
  subscriber.last = text
  subscriber.send('view', event)
}

function onMoved(db: Db, roomId: string, hub: Hub): void {
  hub.views.clear()
  if (hub.isMoving) return
  hub.isMoving = true
  setImmediate(() => {
    hub.isMoving = false
    const all = [...hub.subscribers]
    const watchers = all.filter(counts)
    sendViews(
      db,
      roomId,
      hub,
      all.filter((each) => !counts(each))
    )
    // Whoever watches the count is never shown that of the question before beside the one that opens.
    const toldCounts = watchers.length > 0 ? sendCounts(db, roomId, watchers).catch(asAppError) : Promise.resolve()
    void toldCounts.then(() => sendViews(db, roomId, hub, watchers))
  })
}

function counts({ looker }: Subscriber): boolean {
  return looker.as !== 'seat'
}

function sendViews(db: Db, roomId: string, hub: Hub, subscribers: readonly Subscriber[]): void {
  for (const subscriber of subscribers)
    viewFor(db, roomId, hub, subscriber.looker).then(
      (made) => sendView(subscriber, made),
      (fault) => {
        // A rehearsal is wiped at its end, with its room.
        if (asAppError(fault).code === 'room_not_found') subscriber.send('gone', eventOf('gone', '1'))
      }
    )
}

function onCounted(db: Db, roomId: string, hub: Hub): void {
  hub.views.delete('lead')
  if (hub.isCounting) return
  hub.isCounting = true
  setTimeout(() => {
    hub.isCounting = false
    const leads = [...hub.subscribers].filter(({ looker }) => looker.as === 'lead')
    if (hub.isWritten) sendViews(db, roomId, hub, leads)
    hub.isWritten = false
    const watchers = [...hub.subscribers].filter(counts)
    if (watchers.length > 0) sendCounts(db, roomId, watchers).catch(asAppError)
  }, countEvery).unref()
}
