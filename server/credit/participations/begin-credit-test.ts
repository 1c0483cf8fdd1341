import type { ItemPair } from '#content/item-schema.ts'
import type { Form } from '#machines/assessment/events.ts'
import { AppError, type ErrorCode } from '#server/errors.ts'
import { startAssessment } from '#server/learning/assessments/start-assessment.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { getMyActivity, type UnderWay } from './my-activity.ts'
import type { WhoseActivity } from './queries.ts'
import { courseOf, type Teaching, teachingHere } from './teaching.ts'

/** `bank` is the test bank that shipped unless told. */
type BeginTest = WhoseActivity & { form: Form; now: Date; bank?: readonly ItemPair[]; teaching?: Teaching }

/**
 * Begins a test for credit, or takes up the one that is open. It takes the activity's pass mark, asks what the learner
 * has not met before, and counts for every credit of this way.
 * @returns the test's id
 * @throws `activity_not_found`, `front_matter_unread`, `step_waits`, `attempts_used_up` where no credit that is left has
 *   a test left, and what closes the activity
 */
export function beginCreditTest(db: Db, begin: BeginTest): Promise<string> {
  const { form, now, bank, teaching = teachingHere() } = begin
  return inTransaction(db, async (db) => {
    const { underWay } = await getMyActivity(db, { ...begin, teaching })
    if (!underWay) throw new AppError('front_matter_unread')
    const { version, participation } = underWay
    const course = courseOf(teaching, version)
    const fault = testFault(underWay, form)
    if (fault) throw new AppError(fault)
    if (!course?.test || !version.test || participation.learnerId === null) throw new AppError('step_waits')
    const { learnerId, id: participationId } = participation
    const test = { ...course.test, passMark: version.test.passMark }
    const of = { id: course.id, version: course.version, test }
    return startAssessment(db, { course: of, form, learnerId, participationId, now, ...(bank && { bank }) })
  })
}

/** @returns why a test cannot be begun on a way to credit, or undefined where it can. */
export function testFault(
  { work, credits, participation }: Pick<UnderWay, 'work' | 'credits' | 'participation'>,
  form: Form
): ErrorCode | undefined {
  const step = work.steps.find(({ part }) => part.kind === 'test' && part.form === form)
  if (form === 'pre') return step?.state === 'open' ? undefined : 'step_waits'
  if (work.readyAt === null || !step) return 'step_waits'
  if (step.state === 'changed') return 'content_revised'
  const lacking = credits.filter(({ fault }) => fault !== undefined && lacksTest.includes(fault))
  if (lacking.some(({ test }) => test?.state === 'open')) return undefined
  if (lacking.length > 0) return 'attempts_used_up'
  const isForNobody = credits.every(({ fault }) => fault === 'profession_not_eligible')
  // Whom no credit is for may still finish, as an assignment may ask of them.
  if (isForNobody && participation.passedTestId === null) return undefined
  return credits.find(({ fault }) => fault !== undefined && fault !== 'profession_not_eligible')?.fault ?? 'step_waits'
}

/** What stands against a credit that another test may still earn. */
const lacksTest: readonly ErrorCode[] = ['work_unfinished', 'score_too_low', 'attempts_used_up']
