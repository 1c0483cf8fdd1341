import { describe, expect, test } from 'vitest'
import { boosterDays } from '#machines/course/booster-days.ts'
import { finishBooster } from '#server/learning/boosters/finish-booster.ts'
import { findPlan } from '#server/learning/boosters/queries.ts'
import { findBooster, servedBoosters } from '#server/learning/boosters/served.ts'
import { startBoosters } from '#server/learning/boosters/start-boosters.ts'
import { stopBoosters } from '#server/learning/boosters/stop-boosters.ts'
import { writeCalendar } from '#server/learning/boosters/write-calendar.ts'
import { getPractice } from '#server/learning/progress/queries.ts'
import { forgetLearner } from '#server/people/learners/forget-learner.ts'
import { findLearner } from '#server/people/learners/queries.ts'
import { aLearner, anAttempt, answerAll, later, night } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { repairedRun, wholeRun } from '#tests/helpers/runs.ts'

const boosters = servedBoosters()
const [first] = boosters
const boosterId = first?.id ?? ''

test('there are four boosters, at about three days, weeks and months and at six months', () => {
  const plan = { startedOn: '2026-03-01', today: '2026-03-22', done: new Set([boosterId]) }
  expect(boosterDays(boosters, plan).map(({ on, state }) => ({ on, state }))).toEqual([
    { on: '2026-03-04', state: 'done' },
    { on: '2026-03-22', state: 'due' },
    { on: '2026-05-30', state: 'later' },
    { on: '2026-08-28', state: 'later' }
  ])
})

test('the calendar file names days and nothing of the subject', () => {
  const plan = { startedOn: '2026-03-01', boosters, publicUrl: 'https://training.example.org', seed: 'a-learner' }
  const file = writeCalendar(plan)
  const lines = file.split('\r\n')
  const valuesOf = (name: string) =>
    lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length))
  expect(valuesOf('DTSTART;VALUE=DATE:')).toEqual(['20260304', '20260322', '20260530', '20260828'])
  expect(new Set(valuesOf('SUMMARY:'))).toEqual(new Set(['90 seconds: training']))
  expect(new Set(valuesOf('URL;VALUE=URI:'))).toEqual(new Set(['https://training.example.org/progress']))
  expect(new Set(valuesOf('UID:')).size).toBe(4)
  expect(writeCalendar(plan)).toBe(file)
  expect(file).not.toMatch(/traffick|patient|abuse|attune|a-learner|three-days/i)
})

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  const start = async (now = night) => {
    const { token } = await startBoosters(record.db, { token: undefined, isShared: false, now })
    return { token, learnerId: (await findLearner(record.db, token))?.id ?? '' }
  }

  test('habits are read from first visits that are finished', async () => {
    const learnerId = await aLearner(record.db)
    expect(await getPractice(record.db, { learnerId })).toMatchObject({ visits: [], firsts: 0 })
    const one = await anAttempt(record.db, { learnerId })
    expect(await getPractice(record.db, { learnerId })).toMatchObject({ visits: [], firsts: 0 })
    await answerAll(record.db, one, repairedRun)
    const two = await anAttempt(record.db, { learnerId, now: later(60) })
    await answerAll(record.db, two, wholeRun, { from: later(60) })
    expect(await getPractice(record.db, { learnerId })).toEqual({
      firsts: 1,
      visits: [
        { attemptId: two.attemptId, scenarioId: 'wrist', endedAt: expect.any(String), isFirst: false },
        { attemptId: one.attemptId, scenarioId: 'wrist', endedAt: expect.any(String), isFirst: true }
      ],
      habits: [
        { habit: 'alone', standing: 'every' },
        { habit: 'limits', standing: 'every' },
        { habit: 'information', standing: 'every' },
        { habit: 'answer', standing: 'not-yet' },
        { habit: 'record', standing: 'not-yet' }
      ]
    })
  })

  test('a plan keeps its first day, notes what was taken once, and ends whole', async () => {
    const { token, learnerId } = await start()
    await startBoosters(record.db, { token, isShared: false, now: later(3 * 24 * 60) })
    await finishBooster(record.db, boosters, { learnerId, boosterId, now: later(5000) })
    await finishBooster(record.db, boosters, { learnerId, boosterId, now: later(6000) })
    expect(await findPlan(record.db, { learnerId })).toEqual({ startedOn: '2026-03-01', done: new Set([boosterId]) })
    expect(await record.db.selectFrom('boosterDone').selectAll().execute()).toEqual([
      { learnerId, boosterId, doneAt: later(5000).toISOString() }
    ])
    await stopBoosters(record.db, { learnerId })
    expect(await findPlan(record.db, { learnerId })).toBeUndefined()
    expect(await record.db.selectFrom('boosterDone').selectAll().execute()).toEqual([])
  })

  test('nothing is kept for somebody without a plan, and no booster is made up', async () => {
    const learnerId = await aLearner(record.db)
    await finishBooster(record.db, boosters, { learnerId, boosterId, now: night })
    expect(await record.db.selectFrom('boosterDone').selectAll().execute()).toEqual([])
    const made = { learnerId, boosterId: 'nothing', now: night }
    await expect(async () => finishBooster(record.db, boosters, made)).rejects.toMatchObject({
      code: 'booster_not_found'
    })
    expect(findBooster(boosters, 'nothing')).toBeUndefined()
  })

  test('clearing this computer takes the plan and what was taken with it, and nothing of anyone else', async () => {
    const [gone, stays] = [await start(), await start()]
    for (const { learnerId } of [gone, stays])
      await finishBooster(record.db, boosters, { learnerId, boosterId, now: later(5000) })
    await forgetLearner(record.db, { learnerId: gone.learnerId })
    const left = [{ learnerId: stays.learnerId }]
    expect(await record.db.selectFrom('boosterPlan').select('learnerId').execute()).toEqual(left)
    expect(await record.db.selectFrom('boosterDone').select('learnerId').execute()).toEqual(left)
  })
})
