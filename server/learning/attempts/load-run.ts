import type { AttemptEvent } from '#machines/scenario/events.ts'
import { continueRun, type RunSnapshot, startRun } from '#machines/scenario/run.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { LoggedEvent } from '#server/record/events/append.ts'
import { corrupt, readEvents } from '#server/record/events/read.ts'
import { keepWarm, recallWarm, type Warm } from '#server/record/events/warm.ts'
import { getVersion, type ScenarioVersion } from '../scenarios/queries.ts'
import type { Attempt } from './queries.ts'

/** An attempt where it stands: `snapshot` is the state after the event numbered `seq`. */
export type Run = { attempt: Attempt; version: ScenarioVersion; snapshot: RunSnapshot; seq: number }

/**
 * Replays what is newer than the last state remembered.
 * @throws `log_corrupt` where an event is missing, unreadable or refused; `attempt_outdated` where it is refused
 * because the scenario's document was replaced in development
 */
export async function loadRun(db: Db, attempt: Attempt): Promise<Run> {
  const version = await getVersion(db, { id: attempt.scenarioId, version: attempt.version, hash: attempt.hash })
  const known = recallWarm<RunSnapshot>(attempt.id, version.key)
  const from = known && known.seq <= attempt.lastSeq ? known : undefined
  const isNewest = from?.seq === attempt.lastSeq
  const events = isNewest ? [] : await readEvents(db, { streamId: attempt.id, kind: 'attempt', after: from?.seq ?? 0 })
  const at = replayFrom({ streamId: attempt.id, version, from, events })
  if (at.seq < attempt.lastSeq) throw corrupt(attempt.id, at.seq + 1)
  if (!db.isTransaction) keepWarm(attempt.id, version.key, at)
  return { attempt, version, ...at }
}

type Log = {
  streamId: string
  version: ScenarioVersion
  from?: Warm<RunSnapshot> | undefined
  events: LoggedEvent<AttemptEvent>[]
}

/** @returns the state after the given events, which follow `from` or are a log from its first event. */
export function replayFrom(log: Log): Warm<RunSnapshot> {
  const { streamId, version, from, events } = log
  const start = from ?? startFrom(streamId, version, events[0])
  const later = from ? events : events.slice(1)
  const { snapshot, refusedAt } = continueRun(
    version.machine,
    start.snapshot,
    later.map((it) => it.event)
  )
  if (refusedAt !== undefined) throw refused(log, later[refusedAt]?.seq ?? 0)
  return { seq: later.at(-1)?.seq ?? start.seq, snapshot }
}

function startFrom(streamId: string, version: ScenarioVersion, first?: LoggedEvent<AttemptEvent>): Warm<RunSnapshot> {
  if (first?.event.type !== 'attempt.started') throw corrupt(streamId, 1)
  return { seq: 1, snapshot: startRun(version.machine, first.event) }
}

function refused({ streamId, version, events }: Log, seq: number): AppError {
  const first = events[0]?.event
  const isReplaced = first?.type === 'attempt.started' && first.content.hash !== version.hash
  return isReplaced ? new AppError('attempt_outdated') : corrupt(streamId, seq)
}
