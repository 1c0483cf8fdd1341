import { describe, expect, test } from 'vitest'
import { submitAssessment } from '#server/learning/assessments/submit-assessment.ts'
import { beginTest } from '#server/learning/courses/begin-test.ts'
import { enroll } from '#server/learning/courses/enroll.ts'
import { doneOf, findEnrollment, getStanding } from '#server/learning/courses/queries.ts'
import { readSummary } from '#server/learning/courses/read-summary.ts'
import { markLessonRead } from '#server/learning/lessons/mark-lesson-read.ts'
import { listLessons, readServedLessons } from '#server/learning/lessons/served.ts'
import { readServed } from '#server/learning/scenarios/served.ts'
import { findLearner } from '#server/people/learners/queries.ts'
import { answerTest, type StartedTest } from '#tests/helpers/assessments.ts'
import { aLearner, later, night } from '#tests/helpers/attempts.ts'
import { aCourse, aLoadedCourse, lessonId } from '#tests/helpers/courses.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aBank } from '#tests/helpers/items.ts'

const courses = [aLoadedCourse(), aLoadedCourse({ id: 'gone', status: 'withdrawn' })]
const lessons = listLessons(readServedLessons({ isDevelopment: false }))
const served = readServed({ isDevelopment: false })
const courseId = 'a-course'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  function begin(changes: Partial<Parameters<typeof enroll>[2]> = {}) {
    const form = { token: undefined, courseId, role: 'physician', isShared: false, now: night, ...changes }
    return enroll(record.db, courses, form)
  }

  async function aBegun(role = 'physician') {
    const { token } = await begin({ role })
    const learnerId = (await findLearner(record.db, token))?.id ?? ''
    return { token, learnerId, learner: { id: learnerId } }
  }

  const readLesson = (token: string | undefined, now = later(10)) =>
    markLessonRead(record.db, lessons, { token, lessonId, isShared: false, now })
  const read = (learnerId: string, scenarioId: string, now = later(20)) =>
    readSummary(record.db, served, { learnerId, scenarioId, now })
  const take = (learner: { id: string } | undefined, form: 'pre' | 'post', now = later(30)) =>
    beginTest(record.db, courses, { courseId, learner, form, now, bank: aBank() })
  const statesOf = async (learner: { id: string } | undefined) =>
    (await getStanding(record.db, aCourse(), learner)).progress.steps.map(({ state }) => state)

  async function handIn(started: StartedTest, { isRight = true } = {}) {
    const now = later(40)
    const seenSeq = await answerTest(record.db, started, { isRight, now })
    await submitAssessment(record.db, { ...started, seenSeq, now })
  }

  test('somebody without a cookie becomes a learner who has begun it', async () => {
    const { token, isKept } = await begin({ isShared: true })
    const learner = await findLearner(record.db, token)
    expect({ isKept, isShared: learner?.isShared }).toEqual({ isKept: false, isShared: true })
    expect(await findEnrollment(record.db, { learnerId: learner?.id ?? '', courseId })).toEqual({
      courseId,
      version: 1,
      role: 'physician',
      startedAt: night.toISOString(),
      isEvaluated: false
    })
  })

  test('beginning again changes the profession and keeps the day; a double click begins once', async () => {
    await openConnections(record.db)
    const { token } = await aBegun()
    const again = { token, role: 'registered-nurse', now: later(60) }
    await Promise.all([begin(again), begin(again)])
    expect(await record.db.selectFrom('enrollment').select(['role', 'startedAt']).execute()).toEqual([
      { role: 'registered-nurse', startedAt: night.toISOString() }
    ])
  })

  test('a course that is not here or was withdrawn, and a profession nobody has, make nobody a learner', async () => {
    await expect(async () => begin({ courseId: 'nowhere' })).rejects.toMatchObject({ code: 'course_not_found' })
    await expect(async () => begin({ courseId: 'gone' })).rejects.toMatchObject({ code: 'course_not_found' })
    await expect(async () => begin({ role: 'wizard' })).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await record.db.selectFrom('learner').select('id').execute()).toEqual([])
  })

  test('somebody without a cookie stands before the first step, in the profession they ask for', async () => {
    const { role, progress } = await getStanding(record.db, aCourse(), undefined, 'registered-nurse')
    expect(role).toBeUndefined()
    expect(progress.steps.map(({ part, state }) => [part.id, part.kind === 'case' && part.scenario, state])).toEqual([
      ['before', false, 'next'],
      ['read', false, 'open'],
      ['visit', 'sc02', 'open'],
      ['after', false, 'waiting'],
      ['thoughts', false, 'waiting']
    ])
  })

  test('what was done is told apart, its newest by time', async () => {
    const { token, learnerId } = await aBegun()
    await readLesson(token, later(50))
    await read(learnerId, 'sc02', later(20))
    expect(await doneOf(record.db, { learnerId, courseId })).toEqual({
      lessons: new Set([lessonId]),
      cases: new Set(['sc02']),
      pre: 'none',
      post: 'none',
      isEvaluated: false,
      last: { kind: 'lesson', id: lessonId }
    })
    await read(learnerId, 'sc01', later(60))
    const { last } = await doneOf(record.db, { learnerId, courseId })
    expect(last).toEqual({ kind: 'case', id: 'sc01' })
  })

  test('a summary counts for its case, and the first time stays', async () => {
    const { learner } = await aBegun()
    await read(learner.id, 'sc02')
    expect(await statesOf(learner)).toEqual(['next', 'open', 'open', 'waiting', 'waiting'])
    await read(learner.id, 'sc01')
    await read(learner.id, 'sc01', later(90))
    expect(await statesOf(learner)).toEqual(['next', 'open', 'done', 'waiting', 'waiting'])
    expect(
      await record.db.selectFrom('summaryReading').select(['scenarioId', 'readAt']).orderBy('scenarioId').execute()
    ).toEqual([
      { scenarioId: 'sc01', readAt: later(20).toISOString() },
      { scenarioId: 'sc02', readAt: later(20).toISOString() }
    ])
    await expect(async () => read(learner.id, 'nowhere')).rejects.toMatchObject({ code: 'scenario_not_found' })
  })

  test('what one learner did is nobody else’s', async () => {
    const { token, learnerId } = await aBegun()
    await readLesson(token)
    await read(learnerId, 'sc01')
    const stranger = { id: await aLearner(record.db) }
    expect(await statesOf(stranger)).toEqual(['next', 'open', 'open', 'waiting', 'waiting'])
    await expect(take(stranger, 'pre')).rejects.toMatchObject({ code: 'course_not_begun' })
    await expect(take(undefined, 'pre')).rejects.toMatchObject({ code: 'course_not_begun' })
  })

  test('a course from the first test to the evaluation', async () => {
    const { token, learnerId, learner } = await aBegun()
    const first = await take(learner, 'pre')
    expect(await take(learner, 'pre')).toBe(first)
    await handIn({ assessmentId: first, learnerId }, { isRight: false })
    await expect(take(learner, 'pre')).rejects.toMatchObject({ code: 'step_waits' })
    await expect(take(learner, 'post')).rejects.toMatchObject({ code: 'step_waits' })
    await readLesson(token)
    await expect(take(learner, 'post')).rejects.toMatchObject({ code: 'step_waits' })
    await read(learnerId, 'sc01')
    expect(await statesOf(learner)).toEqual(['done', 'done', 'done', 'next', 'waiting'])
    const second = await take(learner, 'post')
    await handIn({ assessmentId: second, learnerId }, { isRight: false })
    expect(await statesOf(learner)).toEqual(['done', 'done', 'done', 'next', 'waiting'])
    const third = await take(learner, 'post', later(50))
    expect(third).not.toBe(second)
    await handIn({ assessmentId: third, learnerId })
    expect(await statesOf(learner)).toEqual(['done', 'done', 'done', 'done', 'next'])
    await expect(take(learner, 'post')).rejects.toMatchObject({ code: 'step_waits' })
  })

  test('a first test that would measure nothing any more is not begun', async () => {
    const { token, learnerId, learner } = await aBegun()
    await readLesson(token)
    await read(learnerId, 'sc01')
    await expect(take(learner, 'pre')).rejects.toMatchObject({ code: 'step_waits' })
  })

  test('a course without a test begins none', async () => {
    const { learner } = await aBegun()
    const { test: _, ...untested } = aCourse()
    const parts = untested.parts.filter(({ kind }) => kind === 'lesson' || kind === 'case-by-role')
    const bare = [{ ...aLoadedCourse(), course: { ...untested, parts } }]
    const request = beginTest(record.db, bare, { courseId, learner, form: 'post', now: night, bank: aBank() })
    await expect(request).rejects.toMatchObject({ code: 'step_waits' })
  })
})
