import { isDeepStrictEqual } from 'node:util'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { endingOf, type RunSnapshot, takeAct } from '#machines/scenario/run.ts'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { appendEvent } from '#server/record/events/append.ts'
import { readEvents } from '#server/record/events/read.ts'
import { keepWarm } from '#server/record/events/warm.ts'
import { completeAttempt } from './complete-attempt.ts'
import { isUnfinished } from './is-unfinished.ts'
import { getAttempt, getRun } from './queries.ts'

/** `seenSeq` numbers the last event the learner's page showed. */
export type Answer = { attemptId: string; learnerId: string; seenSeq: number; event: LearnerEvent; now: Date }

/**
 * `recorded`: stored just now. `repeated`: the same answer already stands there, as after a double click. `stale`: the
 * attempt has moved on and nothing was stored. `seq` numbers the attempt's newest event.
 */
export type Recorded = { status: 'recorded' | 'repeated' | 'stale'; seq: number }

/**
 * Stores one answer, and what follows from an ending, in one transaction.
 * @throws `attempt_not_found`, `attempt_ended`, `event_refused` where the scene cannot take the answer, `choose_one`
 * where a part of it is missing, `log_corrupt`
 */
export async function recordAnswer(db: Db, answer: Answer): Promise<Recorded> {
  const { recorded, next } = await inTransaction(db, (db) => recordIn(db, answer))
  // Only now is the answer there for good; in a transaction of the caller's it may still come to nothing.
  if (next && !db.isTransaction) keepWarm(answer.attemptId, next.of, { seq: recorded.seq, snapshot: next.snapshot })
  return recorded
}

type Next = { of: string; snapshot: RunSnapshot }

async function recordIn(db: Db, answer: Answer): Promise<{ recorded: Recorded; next?: Next }> {
  const run = await getRun(db, answer)
  if (answer.seenSeq !== run.seq) return { recorded: await fromBefore(db, answer) }
  if (run.attempt.endedAt !== null) throw new AppError('attempt_ended')
  const snapshot = takeAct(run.version.machine, run.snapshot, answer.event)
  if (!snapshot) throw new AppError(isUnfinished(run, answer.event) ? 'choose_one' : 'event_refused')
  const occurredAt = answer.now.toISOString()
  const { seenSeq, event } = answer
  const seq = await appendEvent(db, { streamId: run.attempt.id, seenSeq, event, occurredAt })
  if (seq === undefined) return { recorded: await fromBefore(db, answer) }
  const endingId = endingOf(snapshot)
  if (endingId !== undefined) await completeAttempt(db, { ...answer, run, snapshot, endingId })
  return { recorded: { status: 'recorded', seq }, next: { of: run.version.key, snapshot } }
}

async function fromBefore(db: Db, { attemptId, learnerId, seenSeq, event }: Answer): Promise<Recorded> {
  const attempt = await getAttempt(db, { attemptId, learnerId })
  const next = { streamId: attemptId, kind: 'attempt' as const, after: seenSeq, upTo: seenSeq + 1 }
  const [stored] = seenSeq < attempt.lastSeq ? await readEvents(db, next) : []
  if (isDeepStrictEqual(stored?.event, event)) return { status: 'repeated', seq: attempt.lastSeq }
  if (attempt.endedAt !== null) throw new AppError('attempt_ended')
  return { status: 'stale', seq: attempt.lastSeq }
}
