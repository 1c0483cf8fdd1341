import type { LearnerAnswered } from '#machines/assessment/events.ts'
import { type SittingSnapshot, takeStep } from '#machines/assessment/sitting.ts'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { appendEvent } from '#server/record/events/append.ts'
import { readEvents } from '#server/record/events/read.ts'
import { keepWarm } from '#server/record/events/warm.ts'
import { type Sitting, sittingKey } from './load-sitting.ts'
import { getSitting, type WhoseTest } from './queries.ts'

/** `seenSeq` numbers the last event the learner's page showed. */
export type TestAnswer = WhoseTest & { seenSeq: number; event: LearnerAnswered; now: Date }

/**
 * `recorded`: stored just now. `repeated`: the same answer stands there already. `stale`: this question was answered
 * otherwise since the page was shown, and nothing was stored. `seq` numbers the test's newest event.
 */
export type TestRecorded = { status: 'recorded' | 'repeated' | 'stale'; seq: number }

/**
 * Stores the answer to one question, in place of an earlier one. Answers to other questions in the meantime, as from a
 * second tab, do not stand in its way.
 * @throws `assessment_not_found`, `assessment_submitted`, `event_refused` where the question cannot take the answer,
 * `log_corrupt`
 */
export async function recordTestAnswer(db: Db, answer: TestAnswer): Promise<TestRecorded> {
  const { recorded, snapshot } = await inTransaction(db, (db) => recordIn(db, answer))
  // Only now is the answer there for good; in a transaction of the caller's it may still come to nothing.
  if (snapshot && !db.isTransaction) keepWarm(answer.assessmentId, sittingKey, { seq: recorded.seq, snapshot })
  return recorded
}

async function recordIn(db: Db, answer: TestAnswer): Promise<{ recorded: TestRecorded; snapshot?: SittingSnapshot }> {
  const sitting = await getSitting(db, answer)
  const { seq: seenSeq, assessment } = sitting
  const { event, now } = answer
  if (isStanding(sitting, event)) return { recorded: { status: 'repeated', seq: seenSeq } }
  if (assessment.submittedAt !== null) throw new AppError('assessment_submitted')
  if (await isLate(db, sitting, answer)) return { recorded: { status: 'stale', seq: seenSeq } }
  const snapshot = takeStep(sitting.snapshot, event)
  if (!snapshot) throw new AppError('event_refused')
  const seq = await appendEvent(db, { streamId: assessment.id, seenSeq, event, occurredAt: now.toISOString() })
  // Somebody was faster: look again, and decide by what stands there now.
  return seq === undefined ? recordIn(db, answer) : { recorded: { status: 'recorded', seq }, snapshot }
}

function isStanding({ snapshot }: Sitting, { item, options }: LearnerAnswered): boolean {
  const { answers } = snapshot.context
  const standing = (Object.hasOwn(answers, item) && answers[item]) || []
  return standing.length === options.length && options.every((option) => standing.includes(option))
}

async function isLate(db: Db, { assessment, seq }: Sitting, { seenSeq, event }: TestAnswer): Promise<boolean> {
  if (seenSeq >= seq) return seenSeq > seq
  const since = await readEvents(db, { streamId: assessment.id, kind: 'assessment', after: seenSeq })
  return since.some((later) => later.event.type === 'learner.answered' && later.event.item === event.item)
}
