import type { z } from 'zod'
import { assessmentEventSchema } from '#machines/assessment/events.ts'
import { claimEventSchema } from '#machines/claim/events.ts'
import { roomEventSchema } from '#machines/room/events.ts'
import { attemptEventSchema } from '#machines/scenario/events.ts'
import { AppError } from '#server/errors.ts'
import type { Db, EventTable, StreamKind } from '../db/schema.ts'
import type { LoggedEvent } from './append.ts'

const schemas = {
  attempt: attemptEventSchema,
  assessment: assessmentEventSchema,
  claim: claimEventSchema,
  room: roomEventSchema
} as const satisfies Record<StreamKind, z.ZodType>

type EventOf<K extends StreamKind> = z.output<(typeof schemas)[K]>

/** `after` is the number of the last event not wanted, `upTo` that of the last one wanted. */
type Wanted<K extends StreamKind> = { streamId: string; kind: K; after?: number; upTo?: number }

/**
 * @param kind what the stream is of, which decides what its events must look like
 * @returns the events of a stream in order, each parsed. Throws `log_corrupt` naming stream and number where one is
 * missing or does not fit its schema.
 */
export async function readEvents<K extends StreamKind>(
  db: Db,
  { streamId, kind, after = 0, upTo }: Wanted<K>
): Promise<LoggedEvent<EventOf<K>>[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('streamId', '=', streamId)
    .where('seq', '>', after)
    .$if(upTo !== undefined, (query) => query.where('seq', '<=', upTo ?? 0))
    .orderBy('seq')
    .execute()
  return rows.map((row, index) => {
    if (row.seq !== after + index + 1) throw corrupt(streamId, after + index + 1)
    return { seq: row.seq, event: eventIn(row, kind), occurredAt: row.occurredAt }
  })
}

/** @returns the fault of a log that cannot be read or replayed at one event. */
export function corrupt(stream: string, seq: number, cause?: unknown): AppError {
  return new AppError('log_corrupt', { cause, where: { stream, seq } })
}

function eventIn<K extends StreamKind>({ streamId, seq, type, payload }: EventTable, kind: K): EventOf<K> {
  try {
    // TypeScript does not carry the link from a kind to its schema through the table above.
    return schemas[kind].parse({ ...JSON.parse(payload), type }) as EventOf<K>
  } catch (cause) {
    // What the parser of JSON says quotes the text, which may be an answer.
    throw corrupt(streamId, seq, cause instanceof SyntaxError ? undefined : cause)
  }
}
