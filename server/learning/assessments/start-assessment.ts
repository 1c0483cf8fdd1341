import type { CourseTest } from '#content/course-schema.ts'
import type { ItemPair } from '#content/item-schema.ts'
import { BankTooSmall, draw, paperOf } from '#machines/assessment/draw.ts'
import type { AssessmentStarted, Form } from '#machines/assessment/events.ts'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { openStream } from '#server/record/events/append.ts'
import { newId } from '#server/record/ids.ts'
import { itemBank } from './bank.ts'
import { findOpenAssessment, listSeen } from './queries.ts'

/**
 * `course` is the one whose test it is, `participationId` the way to credit it is taken on, if any; `bank` is the test
 * bank that shipped unless told.
 */
export type StartAssessment = {
  course: { id: string; version: number; test: CourseTest }
  form: Form
  learnerId: string
  participationId?: string
  now: Date
  bank?: readonly ItemPair[]
}

/**
 * Begins a test, or takes up the one of the same course and form that is not handed in yet. Whether this learner may
 * begin it now is for the caller to know.
 * @returns the test's id
 * @throws `bank_too_small` where the bank cannot fill the blueprint
 */
export function startAssessment(db: Db, start: StartAssessment): Promise<string> {
  return inTransaction(db, async (db) => (await findOpen(db, start)) ?? begin(db, start, await drawn(db, start)))
}

async function findOpen(db: Db, start: StartAssessment): Promise<string | undefined> {
  const { course, form, learnerId, participationId } = start
  return (await findOpenAssessment(db, { learnerId, courseId: course.id, form, participationId }))?.id
}

async function drawn(db: Db, start: StartAssessment): Promise<AssessmentStarted> {
  const { course, form, learnerId, bank = itemBank() } = start
  const { id, version, test } = course
  const seed = newId()
  const seen = await listSeen(db, { learnerId })
  try {
    const paper = paperOf(bank, draw(bank, { test, courseId: id, form, seed, seen }))
    const passMark = form === 'pre' ? null : test.passMark
    return { type: 'assessment.started', seed, course: { id, version }, form, passMark, paper }
  } catch (cause) {
    if (!(cause instanceof BankTooSmall)) throw cause
    const { objective, wanted, found } = cause
    throw new AppError('bank_too_small', { cause, where: { course: id, objective, wanted, found } })
  }
}

async function begin(db: Db, start: StartAssessment, event: AssessmentStarted): Promise<string> {
  const { course, form, learnerId, participationId = null } = start
  const startedAt = start.now.toISOString()
  const id = newId()
  await openStream(db, { id, kind: 'assessment', events: [{ seq: 1, event, occurredAt: startedAt }] })
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('assessment')
    .values({ id, learnerId, participationId, courseId: course.id, courseVersion: course.version, form, startedAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return id
  await db.deleteFrom('stream').where('id', '=', id).execute()
  // Somebody was faster, as at a double click: theirs is the one.
  const faster = await findOpen(db, start)
  if (faster === undefined) throw new AppError('assessment_submitted')
  return faster
}
