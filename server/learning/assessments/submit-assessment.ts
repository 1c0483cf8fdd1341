import { type Score, scoreOf } from '#machines/assessment/score.ts'
import { type SittingSnapshot, takeStep } from '#machines/assessment/sitting.ts'
import { noteStep } from '#server/credit/participations/note-step.ts'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { appendEvent } from '#server/record/events/append.ts'
import { keepWarm } from '#server/record/events/warm.ts'
import { sittingKey } from './load-sitting.ts'
import { type Assessment, getSitting, type WhoseTest } from './queries.ts'
import type { TestRecorded } from './record-test-answer.ts'

type Submission = WhoseTest & { seenSeq: number; now: Date }

/**
 * Hands a test in as the learner's page showed it, and notes whether it is passed. A test handed in already is
 * `repeated`; one with answers that the page did not show is `stale`, and stays open.
 * @throws `assessment_not_found`, `assessment_incomplete` where a question has no answer, `log_corrupt`
 */
export async function submitAssessment(db: Db, submission: Submission): Promise<TestRecorded> {
  const { recorded, snapshot } = await inTransaction(db, (db) => submitIn(db, submission))
  if (snapshot && !db.isTransaction) keepWarm(submission.assessmentId, sittingKey, { seq: recorded.seq, snapshot })
  return recorded
}

async function submitIn(
  db: Db,
  submission: Submission
): Promise<{ recorded: TestRecorded; snapshot?: SittingSnapshot }> {
  const { assessment, ...standing } = await getSitting(db, submission)
  const { id } = assessment
  const submittedAt = submission.now.toISOString()
  if (assessment.submittedAt !== null) return { recorded: { status: 'repeated', seq: standing.seq } }
  if (submission.seenSeq !== standing.seq) return { recorded: { status: 'stale', seq: standing.seq } }
  const event = { type: 'assessment.submitted' as const }
  const snapshot = takeStep(standing.snapshot, event)
  if (!snapshot) throw new AppError('assessment_incomplete')
  const seq = await appendEvent(db, { streamId: id, seenSeq: standing.seq, event, occurredAt: submittedAt })
  // Somebody was faster: look again, and decide by what stands there now.
  if (seq === undefined) return submitIn(db, submission)
  const score = scoreOf(snapshot.context)
  const row = { submittedAt, passed: score.passed === null ? null : Number(score.passed) }
  await db.updateTable('assessment').set(row).where('id', '=', id).execute()
  await noteForCredit(db, submission, { assessment, score })
  return { recorded: { status: 'recorded', seq }, snapshot }
}

async function noteForCredit(
  db: Db,
  { learnerId, now }: Submission,
  { assessment, score }: { assessment: Assessment; score: Score }
): Promise<void> {
  const { id: contentId, participationId, form: kind, courseVersion: version, startedAt: begunAt } = assessment
  if (participationId === null) return
  // Rounded down, so that a score never reaches a mark that it does not.
  const scoreHundredths = Math.floor((score.sixtieths * 10_000) / score.of)
  const step = { kind, contentId, version, begunAt, doneAt: now.toISOString(), scoreHundredths }
  await noteStep(db, { learnerId, participationId, ...step })
}
