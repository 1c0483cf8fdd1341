import type { AssessmentEvent } from '#machines/assessment/events.ts'
import { continueSitting, type SittingSnapshot, startSitting } from '#machines/assessment/sitting.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { LoggedEvent } from '#server/record/events/append.ts'
import { corrupt, readEvents } from '#server/record/events/read.ts'
import { keepWarm, recallWarm, type Warm } from '#server/record/events/warm.ts'
import type { Assessment } from './queries.ts'

/** A test where it stands: `snapshot` is the state after the event numbered `seq`. */
export type Sitting = { assessment: Assessment; snapshot: SittingSnapshot; seq: number }

/** The one machine of all tests, by which their states are remembered. */
export const sittingKey = 'assessment'

/**
 * Replays what is newer than the last state remembered.
 * @throws `log_corrupt` where an event is missing, unreadable or refused
 */
export async function loadSitting(db: Db, assessment: Assessment): Promise<Sitting> {
  const { id: streamId, lastSeq } = assessment
  const known = recallWarm<SittingSnapshot>(streamId, sittingKey)
  const from = known && known.seq <= lastSeq ? known : undefined
  const isNewest = from?.seq === lastSeq
  const events = isNewest ? [] : await readEvents(db, { streamId, kind: 'assessment', after: from?.seq ?? 0 })
  const at = replayFrom(streamId, events, from)
  if (at.seq < lastSeq) throw corrupt(streamId, at.seq + 1)
  if (!db.isTransaction) keepWarm(streamId, sittingKey, at)
  return { assessment, ...at }
}

function replayFrom(
  streamId: string,
  events: readonly LoggedEvent<AssessmentEvent>[],
  from: Warm<SittingSnapshot> | undefined
): Warm<SittingSnapshot> {
  const start = from ?? startFrom(streamId, events[0])
  const later = from ? events : events.slice(1)
  const { snapshot, refusedAt } = continueSitting(
    start.snapshot,
    later.map(({ event }) => event)
  )
  if (refusedAt !== undefined) throw corrupt(streamId, later[refusedAt]?.seq ?? 0)
  return { seq: later.at(-1)?.seq ?? start.seq, snapshot }
}

function startFrom(streamId: string, first?: LoggedEvent<AssessmentEvent>): Warm<SittingSnapshot> {
  if (first?.event.type !== 'assessment.started') throw corrupt(streamId, 1)
  return { seq: 1, snapshot: startSitting(first.event) }
}
