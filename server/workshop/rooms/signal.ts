import { EventEmitter } from 'node:events'
import pg from 'pg'
import { z } from 'zod'
import { env } from '#server/env.ts'

const kinds = ['moved', 'counted', 'written'] as const

/**
 * `moved`: everybody's view changed. `counted`: only the count of answers did, which the presenter and the wall see.
 * `written`: a sentence waits to be read, which only whoever leads sees.
 */
type Kind = (typeof kinds)[number]
type Signals = {
  id: string
  emitter: EventEmitter
  /** What other processes have yet to hear; the same is told once. */
  untold: Set<string>
  isTelling: boolean
  /** Asks over the line on which others are heard, one question at a time. */
  ask: ((text: string, values?: unknown[]) => Promise<unknown>) | undefined
}

// A production build gives pages and routes separate copies of this module; they must hear each other.
declare global {
  var attuneSignals: Signals | undefined
}

const channel = 'attune_room'
const again = 1000
const checkEvery = 10_000
const tellAfter = 20
const noticeSchema = z.strictObject({ kind: z.enum(kinds), roomId: z.string(), from: z.string() })

/** Tells all who look at a room that it moved on. */
export function signalMoved(roomId: string): void {
  send('moved', roomId)
}

/** Tells who counts that answers came in. */
export function signalCounted(roomId: string): void {
  send('counted', roomId)
}

/** Tells who leads that a sentence waits to be read, and who counts that it came in. */
export function signalWritten(roomId: string): void {
  send('written', roomId)
}

/** Calls `hear` at each signal of a room. @returns what ends that */
export function listenTo(roomId: string, hear: (kind: Kind) => void): () => void {
  const { emitter } = signals()
  emitter.on(roomId, hear)
  return () => emitter.off(roomId, hear)
}

function signals(): Signals {
  if (globalThis.attuneSignals) return globalThis.attuneSignals
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  const made: Signals = { id: crypto.randomUUID(), emitter, untold: new Set(), isTelling: false, ask: undefined }
  globalThis.attuneSignals = made
  if (isShared()) void listen(made)
  return made
}

// One file belongs to one process; a database server may have several, which hear of each other through it.
function isShared(): boolean {
  return !env().databaseUrl.startsWith('file:')
}

function send(kind: Kind, roomId: string): void {
  const made = signals()
  made.emitter.emit(roomId, kind)
  if (!isShared()) return
  made.untold.add(JSON.stringify({ kind, roomId, from: made.id }))
  if (kind === 'moved') tell(made)
  if (kind === 'moved' || made.isTelling) return
  made.isTelling = true
  setTimeout(() => {
    made.isTelling = false
    tell(made)
  }, tellAfter).unref()
}

// What cannot be told now is kept until there is a line again.
function tell({ ask, untold }: Signals): void {
  if (!ask || untold.size === 0) return
  const notices = [...untold]
  untold.clear()
  ask('select pg_notify($1, notice) from unnest($2::text[]) notice', [channel, notices]).catch(() => {
    for (const notice of notices) untold.add(notice)
  })
}

async function listen(made: Signals): Promise<void> {
  const way = { application_name: 'attune room', keepAlive: true, query_timeout: 5000 }
  const line = new pg.Client({ connectionString: env().databaseUrl, ...way })
  let last: Promise<unknown> = Promise.resolve()
  const ask = (text: string, values: unknown[] = []) => {
    const answered = last.then(() => line.query(text, values))
    last = answered.catch(mend)
    return answered
  }
  let check: NodeJS.Timeout | undefined
  let isOver = false
  const mend = () => {
    if (isOver) return
    isOver = true
    made.ask = undefined
    clearInterval(check)
    line.end().catch(() => undefined)
    readAll(made)
    setTimeout(() => void listen(made), again).unref()
  }
  line.on('notification', ({ payload }) => pass(made, payload))
  line.on('error', mend)
  line.on('end', mend)
  try {
    await line.connect()
    await ask(`listen ${channel}`)
  } catch {
    return mend()
  }
  // A line that broke without a word is found out by asking.
  check = setInterval(() => void ask('select 1').catch(mend), checkEvery).unref()
  made.ask = ask
  tell(made)
  readAll(made)
}

// While nothing is heard, each room is read again now and then, and once more when the line is mended.
function readAll({ emitter }: Signals): void {
  for (const roomId of emitter.eventNames()) emitter.emit(roomId, 'moved')
  for (const roomId of emitter.eventNames()) emitter.emit(roomId, 'counted')
}

function pass({ id, emitter }: Signals, payload: string | undefined): void {
  const { kind, roomId, from } = noticeSchema.parse(JSON.parse(payload ?? ''))
  if (from !== id) emitter.emit(roomId, kind)
}
