import { describe, expect, test } from 'vitest'
import { getSitting } from '#server/learning/assessments/queries.ts'
import { branchAttempt } from '#server/learning/attempts/branch-attempt.ts'
import { forgetOldAttempts } from '#server/learning/attempts/forget-old-attempts.ts'
import { getRun } from '#server/learning/attempts/queries.ts'
import { recordAnswer } from '#server/learning/attempts/record-answer.ts'
import { forgetLearner } from '#server/people/learners/forget-learner.ts'
import { anAssessment, answerTest, aTestHandedIn } from '#tests/helpers/assessments.ts'
import { aLearner, anAttempt, answerAll, later, night, type Started } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { continued, wholeRun } from '#tests/helpers/runs.ts'

const day = 24 * 60
const tables = ['stream', 'event', 'attempt', 'assessment', 'completion', 'learner'] as const
const nothing = { attempts: 0, assessments: 0, learners: 0 }
const empty = { stream: 0, event: 0, attempt: 0, assessment: 0, completion: 0, learner: 0 }

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  async function rows() {
    const counted = tables.map(async (table) => [
      table,
      (await record.db.selectFrom(table).selectAll().execute()).length
    ])
    return Object.fromEntries(await Promise.all(counted))
  }

  async function aWholeLearner(): Promise<Started> {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun)
    await branchAttempt(record.db, { ...started, seq: 3, now: later(60) })
    await aTestHandedIn(record.db, { learnerId: started.learnerId })
    await anAssessment(record.db, { learnerId: started.learnerId, form: 'pre' })
    return started
  }

  test('clearing this computer leaves nothing of the learner and all of everyone else', async () => {
    const other = await aWholeLearner()
    const before = await rows()
    const gone = await aWholeLearner()
    await forgetLearner(record.db, gone)
    expect(await rows()).toEqual(before)
    expect((await getRun(record.db, other)).attempt.endingId).toBe('leaves-with-plan')
    await expect(getRun(record.db, gone)).rejects.toMatchObject({ code: 'attempt_not_found' })
  })

  test('clearing it twice, or a computer nobody used, is no fault', async () => {
    const gone = await aWholeLearner()
    await forgetLearner(record.db, gone)
    await forgetLearner(record.db, gone)
    expect(await rows()).toEqual(empty)
  })

  test('an attempt is kept until 180 days after its last answer, to the millisecond', async () => {
    const started = await anAttempt(record.db)
    await recordAnswer(record.db, { ...started, seenSeq: 1, event: continued('arrival'), now: later(5) })
    const boundary = later(5 + 180 * day)
    const before = new Date(boundary.getTime() - 1)
    expect(await forgetOldAttempts(record.db, { now: before })).toEqual(nothing)
    expect((await getRun(record.db, started)).seq).toBe(2)
    expect(await forgetOldAttempts(record.db, { now: boundary })).toEqual({ ...nothing, attempts: 1, learners: 1 })
    expect(await rows()).toEqual(empty)
  })

  test('a completion stays when its attempt goes, without its learner', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun)
    await forgetOldAttempts(record.db, { now: later(181 * day) })
    expect(await rows()).toEqual({ ...empty, completion: 1 })
    const left = await record.db.selectFrom('completion').select(['learnerId', 'scenarioId', 'version']).execute()
    expect(left).toEqual([{ learnerId: null, scenarioId: 'wrist', version: 1 }])
  })

  test('an attempt on a shared computer is kept for a day', async () => {
    const shared = await aLearner(record.db, { isShared: true })
    const started = await anAttempt(record.db, { learnerId: shared })
    const other = await anAttempt(record.db)
    const before = new Date(later(day).getTime() - 1)
    expect(await forgetOldAttempts(record.db, { now: before })).toEqual(nothing)
    expect(await forgetOldAttempts(record.db, { now: later(day) })).toEqual({ ...nothing, attempts: 1, learners: 1 })
    await expect(getRun(record.db, started)).rejects.toMatchObject({ code: 'attempt_not_found' })
    expect((await getRun(record.db, other)).seq).toBe(1)
  })

  test('a learner with something left, or seen since, is kept', async () => {
    const learnerId = await aLearner(record.db, { now: night })
    await anAttempt(record.db, { learnerId, now: later(100 * day) })
    await aLearner(record.db, { now: later(100 * day) })
    expect(await forgetOldAttempts(record.db, { now: later(200 * day) })).toEqual(nothing)
  })

  test('a test is kept until 180 days after its last answer, with its learner', async () => {
    const learnerId = await aLearner(record.db)
    const started = await anAssessment(record.db, { learnerId })
    await answerTest(record.db, started, { now: later(5) })
    const boundary = later(5 + 180 * day)
    const before = new Date(boundary.getTime() - 1)
    expect(await forgetOldAttempts(record.db, { now: before })).toEqual(nothing)
    expect((await getSitting(record.db, started)).seq).toBe(4)
    expect(await forgetOldAttempts(record.db, { now: boundary })).toEqual({ ...nothing, assessments: 1, learners: 1 })
    expect(await rows()).toEqual(empty)
  })

  test('a test on a shared computer is kept for a day', async () => {
    const learnerId = await aLearner(record.db, { isShared: true })
    await aTestHandedIn(record.db, { learnerId })
    const other = await aTestHandedIn(record.db)
    expect(await forgetOldAttempts(record.db, { now: later(day) })).toEqual({ ...nothing, assessments: 1, learners: 1 })
    expect((await getSitting(record.db, other)).seq).toBe(5)
  })
})
