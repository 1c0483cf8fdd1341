import type { Earlier } from '#machines/assessment/draw.ts'
import type { AssessmentContext } from '#machines/assessment/machine.ts'
import { AppError } from '#server/errors.ts'
import type { AssessmentTable, Db } from '#server/record/db/schema.ts'
import { corrupt, readEvents } from '#server/record/events/read.ts'
import { isId } from '#server/record/ids.ts'
import { loadSitting, type Sitting } from './load-sitting.ts'

/** One test as its learner may see it. `lastSeq` numbers its newest event; `passed` is null until it is handed in. */
export type Assessment = Omit<AssessmentTable, 'learnerId' | 'passed'> & { passed: boolean | null; lastSeq: number }

/** Whose test is asked for; a test of anybody else does not exist for them. */
export type WhoseTest = { assessmentId: string; learnerId: string }

/** @returns the learner's own test. Throws `assessment_not_found`. */
export async function getAssessment(db: Db, { assessmentId, learnerId }: WhoseTest): Promise<Assessment> {
  const found = isId(assessmentId)
    ? await assessmentsOf(db, learnerId).where('assessment.id', '=', assessmentId).executeTakeFirst()
    : undefined
  if (!found) throw new AppError('assessment_not_found')
  return fromRow(found)
}

/** @returns the test in the state it is in. Throws `assessment_not_found`, `log_corrupt`. */
export async function getSitting(db: Db, whose: WhoseTest): Promise<Sitting> {
  return loadSitting(db, await getAssessment(db, whose))
}

type OpenTest = { learnerId: string; courseId: string; form: 'pre' | 'post'; participationId?: string | undefined }

/**
 * @returns the test of one form that the learner has begun in a course and not handed in: the one for credit where
 * `participationId` names whose, else the course's own
 */
export async function findOpenAssessment(
  db: Db,
  { learnerId, courseId, form, participationId }: OpenTest
): Promise<Assessment | undefined> {
  const found = await assessmentsOf(db, learnerId)
    .where('courseId', '=', courseId)
    .where('form', '=', form)
    .where(({ eb }) => eb('participationId', participationId ? '=' : 'is', participationId ?? null))
    .where('submittedAt', 'is', null)
    .executeTakeFirst()
  return found && fromRow(found)
}

/** @returns all the learner's tests, the newest first. */
export async function listMyAssessments(db: Db, { learnerId }: { learnerId: string }): Promise<Assessment[]> {
  const rows = await assessmentsOf(db, learnerId).orderBy('startedAt', 'desc').orderBy('assessment.id').execute()
  return rows.map(fromRow)
}

/** @returns which questions the learner has met: each of their tests, the oldest first. Throws `log_corrupt`. */
export async function listSeen(db: Db, { learnerId }: { learnerId: string }): Promise<Earlier[]> {
  const seen: Earlier[] = []
  for (const { id: streamId, courseId, form } of (await listMyAssessments(db, { learnerId })).toReversed()) {
    const [first] = await readEvents(db, { streamId, kind: 'assessment', upTo: 1 })
    if (first?.event.type !== 'assessment.started') throw corrupt(streamId, 1)
    seen.push({ courseId, form, drawn: first.event.paper.map(({ pair, side }) => ({ pairId: pair, side })) })
  }
  return seen
}

/** @returns the first test that the learner handed in for a course, as it was answered. Throws `log_corrupt`. */
export async function findFirstTest(
  db: Db,
  { learnerId, courseId }: { learnerId: string; courseId: string }
): Promise<AssessmentContext | undefined> {
  const mine = await listMyAssessments(db, { learnerId })
  const first = mine.find((it) => it.courseId === courseId && it.form === 'pre' && it.submittedAt !== null)
  return first && (await loadSitting(db, first)).snapshot.context
}

/** @returns the newest test of a course that the learner has passed. */
export async function findPassedTest(
  db: Db,
  { learnerId, courseId }: { learnerId: string; courseId: string }
): Promise<Assessment | undefined> {
  const mine = await listMyAssessments(db, { learnerId })
  return mine.find((it) => it.courseId === courseId && it.passed === true)
}

function assessmentsOf(db: Db, learnerId: string) {
  return db
    .selectFrom('assessment')
    .innerJoin('stream', 'stream.id', 'assessment.id')
    .select(['assessment.id', 'participationId', 'courseId', 'courseVersion', 'form'])
    .select(['startedAt', 'submittedAt', 'passed', 'stream.lastSeq'])
    .where('assessment.learnerId', '=', learnerId)
}

function fromRow(row: Omit<AssessmentTable, 'learnerId'> & { lastSeq: number }): Assessment {
  return { ...row, passed: row.passed === null ? null : row.passed === 1 }
}
