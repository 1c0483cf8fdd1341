import { describe, expect, test } from 'vitest'
import { markLessonRead } from '#server/learning/lessons/mark-lesson-read.ts'
import { findReading, listReadings } from '#server/learning/lessons/queries.ts'
import { addLearner } from '#server/people/learners/add-learner.ts'
import { forgetLearner } from '#server/people/learners/forget-learner.ts'
import { findLearner } from '#server/people/learners/queries.ts'
import { later, night } from '#tests/helpers/attempts.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aServedLesson } from '#tests/helpers/lessons.ts'

const first = aServedLesson()
const changed = aServedLesson({ version: 2 })
const other = aServedLesson({ id: 'another' })

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  function mark(token: string | undefined, changes: Partial<Parameters<typeof markLessonRead>[2]> = {}) {
    const reading = { token, lessonId: 'limits-first', isShared: false, now: night, ...changes }
    return markLessonRead(record.db, [first, other], reading)
  }

  const learners = () => record.db.selectFrom('learner').select(['keep', 'lastSeenAt']).execute()
  const aToken = async () => (await addLearner(record.db, { isShared: false, now: night })).token
  const readingsOf = async (token: string | undefined) => {
    const learner = await findLearner(record.db, token)
    return learner && listReadings(record.db, { learnerId: learner.id })
  }

  test('somebody without a cookie becomes a learner who has read it', async () => {
    const { token, isKept } = await mark(undefined)
    expect(isKept).toBe(true)
    expect(await readingsOf(token)).toEqual([{ lessonId: 'limits-first', version: 1, readAt: night.toISOString() }])
    expect(await learners()).toEqual([{ keep: 1, lastSeenAt: night.toISOString() }])
  })

  test('a cookie that nobody knows any more is not taken up', async () => {
    const { token } = await mark('a-token-of-long-ago', { isShared: true })
    expect(token).not.toBe('a-token-of-long-ago')
    expect(await learners()).toEqual([{ keep: 0, lastSeenAt: night.toISOString() }])
  })

  test('a learner is seen again, and one on a shared computer stays one', async () => {
    const { token } = await addLearner(record.db, { isShared: true, now: night })
    expect(await mark(token, { now: later(5) })).toEqual({ token, isKept: false })
    expect(await learners()).toEqual([{ keep: 0, lastSeenAt: later(5).toISOString() }])
  })

  test('a double click counts once', async () => {
    await openConnections(record.db)
    const token = await aToken()
    await Promise.all([mark(token), mark(token)])
    expect(await readingsOf(token)).toEqual([{ lessonId: 'limits-first', version: 1, readAt: night.toISOString() }])
  })

  test('the first day stays until the lesson has another version', async () => {
    const token = await aToken()
    await mark(token)
    await mark(token, { now: later(60) })
    await mark(token, { lessonId: 'another', now: later(90) })
    expect(await readingsOf(token)).toEqual([
      { lessonId: 'another', version: 1, readAt: later(90).toISOString() },
      { lessonId: 'limits-first', version: 1, readAt: night.toISOString() }
    ])
    const again = { token, lessonId: 'limits-first', isShared: false, now: later(120) }
    await markLessonRead(record.db, [changed], again)
    const learnerId = (await findLearner(record.db, token))?.id ?? ''
    expect(await findReading(record.db, { learnerId, lessonId: 'limits-first' })).toEqual({
      lessonId: 'limits-first',
      version: 2,
      readAt: later(120).toISOString()
    })
  })

  test('a lesson that is not here, or was withdrawn, makes nobody a learner', async () => {
    const fault = { code: 'lesson_not_found' }
    await expect(async () => mark(undefined, { lessonId: 'nowhere' })).rejects.toMatchObject(fault)
    const gone = [aServedLesson({ status: 'withdrawn' })]
    const reading = { token: undefined, lessonId: 'limits-first', isShared: false, now: night }
    await expect(async () => markLessonRead(record.db, gone, reading)).rejects.toMatchObject(fault)
    expect(await learners()).toEqual([])
  })

  test('clearing this computer takes what was read with it, and nothing of anyone else', async () => {
    const [gone, stays] = [await aToken(), await aToken()]
    await mark(gone)
    await mark(stays)
    const learner = await findLearner(record.db, gone)
    await forgetLearner(record.db, { learnerId: learner?.id ?? '' })
    expect(await record.db.selectFrom('lessonReading').select('learnerId').execute()).toEqual([
      { learnerId: (await findLearner(record.db, stays))?.id }
    ])
  })
})
