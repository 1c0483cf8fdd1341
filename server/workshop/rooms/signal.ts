import { EventEmitter } from 'node:events'
import pg from 'pg'
import { z } from 'zod'
import { env } from '#server/env.ts'

/** `moved`: everybody's view changed. `counted`: only the count of answers did, which the presenter and the wall see. */
type Kind = 'moved' | 'counted'
type Signals = { id: string; emitter: EventEmitter; isWaiting: boolean; sender: pg.Client | undefined }

// A production build gives pages and routes separate copies of this module; they must hear each other.
declare global {
  var attuneSignals: Signals | undefined
}

const channel = 'attune_room'
const noticeSchema = z.strictObject({ kind: z.enum(['moved', 'counted']), roomId: z.string(), from: z.string() })

/** Tells all who look at a room that it moved on. */
export function signalMoved(roomId: string): void {
  void send('moved', roomId)
}

/** Tells who counts that answers came in. */
export function signalCounted(roomId: string): void {
  void send('counted', roomId)
}

/** Calls `hear` at each signal of a room. @returns what ends that */
export function listenTo(roomId: string, hear: (kind: Kind) => void): () => void {
  const { emitter } = signals()
  emitter.on(roomId, hear)
  return () => emitter.off(roomId, hear)
}

function signals(): Signals {
  if (globalThis.attuneSignals) return globalThis.attuneSignals
  const made: Signals = { id: crypto.randomUUID(), emitter: new EventEmitter(), isWaiting: false, sender: undefined }
  made.emitter.setMaxListeners(0)
  globalThis.attuneSignals = made
  if (isShared()) void listen(made)
  return made
}

// One file belongs to one process; a database server may have several, which hear of each other through it.
function isShared(): boolean {
  return !env().databaseUrl.startsWith('file:')
}

async function send(kind: Kind, roomId: string): Promise<void> {
  const { id, emitter, sender } = signals()
  emitter.emit(roomId, kind)
  if (!sender) return
  try {
    await sender.query('select pg_notify($1, $2)', [channel, JSON.stringify({ kind, roomId, from: id })])
  } catch {
    // Who hears nothing asks again within seconds; the connection is made anew below.
  }
}

async function listen(made: Signals): Promise<void> {
  const client = new pg.Client({ connectionString: env().databaseUrl })
  client.on('error', () => again(made))
  client.on('end', () => again(made))
  client.on('notification', ({ payload }) => pass(made, payload))
  try {
    await client.connect()
    await client.query(`listen ${channel}`)
    made.sender = client
  } catch {
    again(made)
  }
}

function again(made: Signals): void {
  if (made.isWaiting) return
  made.sender = undefined
  made.isWaiting = true
  setTimeout(() => {
    made.isWaiting = false
    void listen(made)
  }, 1000).unref()
}

function pass({ id, emitter }: Signals, payload: string | undefined): void {
  const { kind, roomId, from } = noticeSchema.parse(JSON.parse(payload ?? ''))
  if (from !== id) emitter.emit(roomId, kind)
}
