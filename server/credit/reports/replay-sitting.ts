import { continueSitting, startSitting } from '#machines/assessment/sitting.ts'
import type { Db } from '#server/record/db/schema.ts'
import { corrupt, readEvents } from '#server/record/events/read.ts'
import type { ReplayedTest } from './compare-record.ts'

/**
 * Replays a test always from its log itself: a state that was remembered would only repeat what it was.
 * @returns undefined where the log is not kept any more. Throws `log_corrupt`.
 */
export async function replaySitting(db: Db, streamId: string): Promise<ReplayedTest | undefined> {
  const [first, ...later] = await readEvents(db, { streamId, kind: 'assessment' })
  if (!first) return undefined
  if (first.event.type !== 'assessment.started') throw corrupt(streamId, 1)
  const events = later.map(({ event }) => event)
  const { snapshot, refusedAt } = continueSitting(startSitting(first.event), events)
  if (refusedAt !== undefined) throw corrupt(streamId, later[refusedAt]?.seq ?? 0)
  const submitted = later.find(({ event }) => event.type === 'assessment.submitted')
  return { snapshot, submittedAt: submitted?.occurredAt }
}
