import { describe, expect, test } from 'vitest'
import { getAttempt } from '#server/learning/attempts/queries.ts'
import { listMyCasesWith } from '#server/learning/reference/cases-with-code.ts'
import { aLearner, anAttempt, answerAll, aServed, later, type Started } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { wholeRun } from '#tests/helpers/runs.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

const [ending] = aScenario().endings
const code = 'T76.61XA'
/** The same case with that code in whichever ending. */
const served = aServed({ endings: aScenario().endings.map((it) => ({ ...it, codes: ending?.codes ?? [] })) })

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  const casesOf = ({ learnerId }: Pick<Started, 'learnerId'>, named = code, from = served) =>
    listMyCasesWith(record.db, from, { learnerId, code: named })
  const aCompleted = async (learnerId?: string) => {
    const started = await anAttempt(record.db, { served, ...(learnerId ? { learnerId } : {}) })
    await answerAll(record.db, started, wholeRun)
    expect((await getAttempt(record.db, started)).endingId).not.toBeNull()
    return started
  }

  test('a code names the cases that the learner completed with it, and no others', async () => {
    const started = await aCompleted()
    const title = aScenario().title
    expect(await casesOf(started)).toEqual([{ attemptId: started.attemptId, title }])
    expect(await casesOf(started, 'T74.51XA')).toEqual([])
    expect(await casesOf({ learnerId: await aLearner(record.db) })).toEqual([])
  })

  test('a case that is under way is not named', async () => {
    const started = await anAttempt(record.db, { served, now: later(0) })
    await answerAll(record.db, started, wholeRun.slice(0, -1))
    expect(await casesOf(started)).toEqual([])
  })

  test('a visit in a role that is shown no codes is not named', async () => {
    const started = await aCompleted()
    await record.db.updateTable('attempt').set({ role: 'registrar' }).where('id', '=', started.attemptId).execute()
    expect(await casesOf(started)).toEqual([])
  })

  test('a case taken twice is named once, and one that changed since is not', async () => {
    const { learnerId } = await aCompleted()
    await aCompleted(learnerId)
    expect(await casesOf({ learnerId })).toHaveLength(1)
    expect(await casesOf({ learnerId }, code, aServed({ version: 2 }))).toEqual([])
  })
})
