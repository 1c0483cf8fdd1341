import type { ClaimEvent } from '#machines/claim/events.ts'
import { type ClaimSnapshot, continueClaim, startClaim } from '#machines/claim/standing.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { LoggedEvent } from '#server/record/events/append.ts'
import { corrupt, readEvents } from '#server/record/events/read.ts'

/** A claim where it stands: `snapshot` is the state after the event numbered `seq`. */
export type LoadedClaim = { snapshot: ClaimSnapshot; seq: number; events: LoggedEvent<ClaimEvent>[] }

/** @returns a claim, replayed from its log. Throws `log_corrupt` where an event is missing, unreadable or refused. */
export async function loadClaim(db: Db, claimId: string): Promise<LoadedClaim> {
  const events = await readEvents(db, { streamId: claimId, kind: 'claim' })
  const [first, ...later] = events
  if (first?.event.type !== 'claim.opened') throw corrupt(claimId, 1)
  const { snapshot, refusedAt } = continueClaim(
    startClaim(first.event),
    later.map(({ event }) => event)
  )
  if (refusedAt !== undefined) throw corrupt(claimId, later[refusedAt]?.seq ?? 0)
  return { snapshot, seq: later.at(-1)?.seq ?? first.seq, events }
}
