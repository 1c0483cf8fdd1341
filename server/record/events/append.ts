import type { Db, StreamTable } from '../db/schema.ts'

type AnyEvent = { type: string; [field: string]: unknown }

/** An event as it stands in a log; `occurredAt` is ISO-8601 in UTC. */
export type LoggedEvent<E = AnyEvent> = { seq: number; event: E; occurredAt: string }

/** Opens a stream with its first events, numbered as given. */
export async function openStream(
  db: Db,
  { id, kind, events }: { id: string; kind: StreamTable['kind']; events: readonly LoggedEvent[] }
): Promise<void> {
  await db
    .insertInto('stream')
    .values({ id, kind, lastSeq: events.at(-1)?.seq ?? 0 })
    .execute()
  await db
    .insertInto('event')
    .values(events.map((it) => row(id, it)))
    .execute()
}

/**
 * Appends one event after `seenSeq`, the last event its sender had seen. Call it in a transaction.
 * @returns the new event's number, or undefined where the stream has moved on and nothing was stored
 */
export async function appendEvent(
  db: Db,
  { streamId, seenSeq, event, occurredAt }: { streamId: string; seenSeq: number; event: AnyEvent; occurredAt: string }
): Promise<number | undefined> {
  const seq = seenSeq + 1
  const { numUpdatedRows } = await db
    .updateTable('stream')
    .set({ lastSeq: seq })
    .where('id', '=', streamId)
    .where('lastSeq', '=', seenSeq)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return undefined
  await db.insertInto('event').values(row(streamId, { seq, event, occurredAt })).execute()
  return seq
}

function row(streamId: string, { seq, event: { type, ...rest }, occurredAt }: LoggedEvent) {
  return { streamId, seq, type, payload: JSON.stringify(rest), occurredAt }
}
