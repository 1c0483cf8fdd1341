import { describe, expect, test } from 'vitest'
import { getRun } from '#server/learning/attempts/queries.ts'
import { dropWarm } from '#server/record/events/warm.ts'
import { anAttempt, answerAll } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { wholeRun } from '#tests/helpers/runs.ts'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  async function aLog() {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun.slice(0, 4))
    dropWarm()
    return started
  }

  async function faultAt(seq: number) {
    const started = await aLog()
    await spoil(started.attemptId, seq)
    return { reading: getRun(record.db, started), stream: started.attemptId }
  }

  let spoil: (streamId: string, seq: number) => Promise<unknown>
  const events = (streamId: string, seq: number) =>
    record.db.updateTable('event').where('streamId', '=', streamId).where('seq', '=', seq)

  test.each([
    ['a payload that is no JSON', (it: ReturnType<typeof events>) => it.set({ payload: '{"scene":' })],
    [
      'a payload with a part too many',
      (it: ReturnType<typeof events>) => it.set({ payload: '{"scene":"a","choice":"b","x":1}' })
    ],
    ['a kind of event that is unknown', (it: ReturnType<typeof events>) => it.set({ type: 'learner.guessed' })],
    [
      'an event the state refuses',
      (it: ReturnType<typeof events>) => it.set({ payload: '{"scene":"first-thought","choice":"forged"}' })
    ]
  ])('%s is loud, and names stream and number', async (_, change) => {
    spoil = (streamId, seq) => change(events(streamId, seq)).execute()
    const { reading, stream } = await faultAt(3)
    await expect(reading).rejects.toMatchObject({ code: 'log_corrupt', status: 500, where: { stream, seq: 3 } })
  })

  test.each([1, 3, 5])('a missing event %i is loud, and names stream and number', async (missing) => {
    spoil = (streamId, seq) =>
      record.db.deleteFrom('event').where('streamId', '=', streamId).where('seq', '=', seq).execute()
    const { reading, stream } = await faultAt(missing)
    await expect(reading).rejects.toMatchObject({ code: 'log_corrupt', where: { stream, seq: missing } })
  })
})
