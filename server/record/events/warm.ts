/** A machine's state after the event numbered `seq`. */
export type Warm<S> = { seq: number; snapshot: S }

const limit = 500
const warm = new Map<string, { of: string; kept: Warm<unknown> }>()

/**
 * Remembers the state of a stream, so that the next reader replays only what is newer. Keep only what was read
 * outside a transaction or after its commit: an event inside one may never come to be.
 * @param of what the stream was replayed with, such as a scenario's id, version and hash
 */
export function keepWarm<S>(streamId: string, of: string, kept: Warm<S>): void {
  warm.delete(streamId)
  warm.set(streamId, { of, kept })
  const [oldest] = warm.keys()
  if (warm.size > limit && oldest !== undefined) warm.delete(oldest)
}

/** @returns the newest state remembered of a stream under the same machine, if any. */
export function recallWarm<S>(streamId: string, of: string): Warm<S> | undefined {
  const found = warm.get(streamId)
  // A stream is only ever replayed by machines of one kind, and `of` names the very one.
  return found?.of === of ? (found.kept as Warm<S>) : undefined
}

/** Forgets every state; the next readers replay from the log. */
export function dropWarm(): void {
  warm.clear()
}
