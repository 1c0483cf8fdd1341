import { type AttemptEvent, attemptEventSchema } from '#machines/scenario/events.ts'
import { AppError } from '#server/errors.ts'
import type { Db, EventTable } from '../db/schema.ts'
import type { LoggedEvent } from './append.ts'

/**
 * @param after the number of the last event not wanted; 0 for the whole log
 * @returns the events of an attempt's stream in order, each parsed. Throws `log_corrupt` naming stream and number
 * where one is missing or does not fit its schema.
 */
export async function readEvents(
  db: Db,
  { streamId, after = 0, upTo }: { streamId: string; after?: number; upTo?: number }
): Promise<LoggedEvent<AttemptEvent>[]> {
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
    return { seq: row.seq, event: eventIn(row), occurredAt: row.occurredAt }
  })
}

/** @returns the fault of a log that cannot be read or replayed at one event. */
export function corrupt(stream: string, seq: number, cause?: unknown): AppError {
  return new AppError('log_corrupt', { cause, where: { stream, seq } })
}

function eventIn({ streamId, seq, type, payload }: EventTable): AttemptEvent {
  try {
    return attemptEventSchema.parse({ ...JSON.parse(payload), type })
  } catch (cause) {
    // What the parser of JSON says quotes the text, which may be an answer.
    throw corrupt(streamId, seq, cause instanceof SyntaxError ? undefined : cause)
  }
}
