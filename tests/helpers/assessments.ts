import type { Form } from '#machines/assessment/events.ts'
import { getSitting } from '#server/learning/assessments/queries.ts'
import { recordTestAnswer } from '#server/learning/assessments/record-test-answer.ts'
import { type StartAssessment, startAssessment } from '#server/learning/assessments/start-assessment.ts'
import { submitAssessment } from '#server/learning/assessments/submit-assessment.ts'
import type { Db } from '#server/record/db/schema.ts'
import { aLearner, night } from './attempts.ts'
import { aBank, aTest, rightIn, wrongIn } from './items.ts'

/** Whose test, and which. */
export type StartedTest = { assessmentId: string; learnerId: string }

/** A course with the test of `aTest()`. */
export const aCourse = { id: 'a-course', version: 1, test: aTest() }

/** Begins a test from `aBank()`, of a new learner and at `night` unless told. */
export async function anAssessment(
  db: Db,
  { learnerId, ...changes }: Partial<StartAssessment> = {}
): Promise<StartedTest> {
  const { now = night, form = 'post' } = changes
  const learner = learnerId ?? (await aLearner(db, { now }))
  const start = { course: aCourse, bank: aBank(), ...changes, form, now, learnerId: learner }
  return { assessmentId: await startAssessment(db, start), learnerId: learner }
}

/** Answers every question, all right or all wrong, from the state the test is in. */
export async function answerTest(db: Db, started: StartedTest, { isRight = true, now = night } = {}): Promise<number> {
  let { seq } = await getSitting(db, started)
  const { paper } = (await getSitting(db, started)).snapshot.context.started
  for (const question of paper) {
    const options = isRight ? rightIn(question) : wrongIn(question).slice(0, 1)
    const event = { type: 'learner.answered' as const, item: question.id, options }
    seq = (await recordTestAnswer(db, { ...started, seenSeq: seq, event, now })).seq
  }
  return seq
}

/** Begins a test, answers all of it and hands it in. */
export async function aTestHandedIn(
  db: Db,
  { isRight = true, ...start }: Partial<StartAssessment> & { isRight?: boolean; form?: Form } = {}
): Promise<StartedTest> {
  const { now = night } = start
  const started = await anAssessment(db, start)
  const seenSeq = await answerTest(db, started, { isRight, now })
  await submitAssessment(db, { ...started, seenSeq, now })
  return started
}
