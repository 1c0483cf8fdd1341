import { asAppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getRoom, type Seat } from './queries.ts'
import { listenTo } from './signal.ts'
import { readCounts, readLeadView, readRoomView } from './views.ts'

/** Who looks on: a phone, the wall, or whoever leads. */
export type Looker = { as: 'seat'; seat: Seat } | { as: 'wall' } | { as: 'lead' }

type Send = (event: 'view' | 'count', data: string) => void
type Subscriber = { looker: Looker; send: Send }
type Hub = {
  subscribers: Set<Subscriber>
  texts: Map<string, Promise<string>>
  isMoving: boolean
  isCounting: boolean
  stop: () => void
}

// A production build gives routes separate copies of this module; a room's phones belong to one hub.
declare global {
  var attuneHubs: Map<string, Hub> | undefined
}

/** A count is sent at most this often, in milliseconds: it tells nobody more to see each answer arrive. */
const countEvery = 150

/**
 * Sends a room's views to somebody as they change, the one of now first. Each view is made once for all who see the same.
 * @returns what ends it
 */
export async function watchRoom(db: Db, roomId: string, looker: Looker, send: Send): Promise<() => void> {
  const hub = hubOf(db, roomId)
  const subscriber = { looker, send }
  hub.subscribers.add(subscriber)
  try {
    send('view', await viewText(db, roomId, hub, looker))
    if (looker.as !== 'seat') send('count', await countText(db, roomId))
  } catch (cause) {
    leave(roomId, hub, subscriber)
    throw cause
  }
  return () => leave(roomId, hub, subscriber)
}

/** @returns one view as JSON, made once for all who see the same until the room moves on. */
export function readViewText(db: Db, roomId: string, looker: Looker): Promise<string> {
  const hub = globalThis.attuneHubs?.get(roomId)
  return hub ? viewText(db, roomId, hub, looker) : freshView(db, roomId, looker)
}

function hubOf(db: Db, roomId: string): Hub {
  globalThis.attuneHubs ??= new Map()
  const found = globalThis.attuneHubs.get(roomId)
  if (found) return found
  const hub: Hub = { subscribers: new Set(), texts: new Map(), isMoving: false, isCounting: false, stop: () => {} }
  hub.stop = listenTo(roomId, (kind) => (kind === 'moved' ? onMoved(db, roomId, hub) : onCounted(db, roomId, hub)))
  globalThis.attuneHubs.set(roomId, hub)
  return hub
}

function leave(roomId: string, hub: Hub, subscriber: Subscriber): void {
  hub.subscribers.delete(subscriber)
  if (hub.subscribers.size > 0) return
  hub.stop()
  globalThis.attuneHubs?.delete(roomId)
}

function viewText(db: Db, roomId: string, hub: Hub, looker: Looker): Promise<string> {
  const key = keyOf(looker)
  const known = hub.texts.get(key)
  if (known !== undefined) return known
  const made = freshView(db, roomId, looker)
  hub.texts.set(key, made)
  made.catch(() => hub.texts.delete(key))
  return made
}

function keyOf(looker: Looker): string {
  return looker.as === 'seat' ? `seat/${looker.seat.tableName ?? ''}/${looker.seat.part ?? ''}` : looker.as
}

async function freshView(db: Db, roomId: string, looker: Looker): Promise<string> {
  if (looker.as === 'lead') return JSON.stringify(await readLeadView(db, roomId))
  return JSON.stringify(await readRoomView(db, roomId, looker.as === 'seat' ? looker.seat : undefined))
}

async function countText(db: Db, roomId: string): Promise<string> {
  return JSON.stringify(await readCounts(db, await getRoom(db, roomId)))
}

function onMoved(db: Db, roomId: string, hub: Hub): void {
  hub.texts.clear()
  if (hub.isMoving) return
  hub.isMoving = true
  setImmediate(() => {
    hub.isMoving = false
    for (const { looker, send } of hub.subscribers)
      viewText(db, roomId, hub, looker).then((text) => send('view', text), asAppError)
  })
}

function onCounted(db: Db, roomId: string, hub: Hub): void {
  hub.texts.delete('lead')
  if (hub.isCounting) return
  hub.isCounting = true
  setTimeout(() => {
    hub.isCounting = false
    const watchers = [...hub.subscribers].filter(({ looker }) => looker.as !== 'seat')
    if (watchers.length === 0) return
    countText(db, roomId).then((text) => {
      for (const { send } of watchers) send('count', text)
    }, asAppError)
  }, countEvery).unref()
}
