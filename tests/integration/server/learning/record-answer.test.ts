import { describe, expect, test } from 'vitest'
import { outcomeOn } from '#machines/scenario/outcome.ts'
import { pathOf } from '#machines/scenario/path.ts'
import { getAttempt, getRun } from '#server/learning/attempts/queries.ts'
import { recordAnswer } from '#server/learning/attempts/record-answer.ts'
import { inTransaction } from '#server/record/db/client.ts'
import { appendEvent } from '#server/record/events/append.ts'
import { dropWarm, recallWarm } from '#server/record/events/warm.ts'
import { aLearner, anAttempt, answerAll, later, night, type Started } from '#tests/helpers/attempts.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { aRun, chose, continued, filed, flagged, play, sorted, upTo, wholeRun } from '#tests/helpers/runs.ts'

const first = continued('arrival')
const last = wholeRun.length

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  const answer = (started: Started, seenSeq: number, event = first) =>
    recordAnswer(record.db, { ...started, seenSeq, event, now: later(seenSeq) })
  const storedEvents = ({ attemptId }: Started) =>
    record.db
      .selectFrom('event')
      .select(['seq', 'type', 'payload'])
      .where('streamId', '=', attemptId)
      .orderBy('seq')
      .execute()

  test('stores an answer as it was given, at its time', async () => {
    const started = await anAttempt(record.db)
    expect(await answer(started, 1)).toEqual({ status: 'recorded', seq: 2 })
    expect(await record.db.selectFrom('event').selectAll().where('seq', '=', 2).execute()).toEqual([
      {
        streamId: started.attemptId,
        seq: 2,
        type: 'learner.continued',
        payload: '{"scene":"arrival"}',
        occurredAt: '2026-03-01T03:13:00.000Z'
      }
    ])
  })

  test('a double click counts once and is no fault', async () => {
    const started = await anAttempt(record.db)
    const both = await Promise.all([answer(started, 1), answer(started, 1)])
    expect(both).toContainEqual({ status: 'recorded', seq: 2 })
    expect(both).toContainEqual({ status: 'repeated', seq: 2 })
    expect((await storedEvents(started)).map((it) => it.seq)).toEqual([1, 2])
  })

  test('an answer sent again after others were given is still the same answer', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun.slice(0, 5))
    expect(await answer(started, 5, wholeRun[4])).toEqual({ status: 'repeated', seq: 6 })
  })

  test('of twenty different answers at once, one is stored and nineteen learn that they were late', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, upTo('what-stands-out'))
    await openConnections(record.db)
    const racers = ['numb-fingers', 'night-work', 'answers-for-him'].map((cue) => flagged('what-stands-out', cue))
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => answer(started, 4, racers[index % racers.length]))
    )
    const statuses = replies.map((it) => it.status)
    expect(statuses.filter((status) => status === 'recorded')).toEqual(['recorded'])
    expect(statuses.filter((status) => status === 'stale').length).toBeGreaterThanOrEqual(13)
    expect(replies.every((it) => it.seq === 5)).toBe(true)
    expect((await storedEvents(started)).map((it) => it.seq)).toEqual([1, 2, 3, 4, 5])
  })

  test('a form from an earlier scene stores nothing and names the newest event', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun.slice(0, 3))
    expect(await answer(started, 2, chose('first-thought', 'something-else'))).toEqual({ status: 'stale', seq: 4 })
    expect(await storedEvents(started)).toHaveLength(4)
  })

  test('a number nobody has seen yet stores nothing', async () => {
    const started = await anAttempt(record.db)
    expect(await answer(started, 2 ** 31)).toEqual({ status: 'stale', seq: 1 })
    expect(await storedEvents(started)).toHaveLength(1)
  })

  test.each([
    ['a choice that does not exist', chose('arrival', 'ask-for-help')],
    ['a scene that does not exist', continued('cellar')],
    ['a scene that is not open', chose('privacy', 'step-outside')],
    ['an ending as a scene', continued('leaves-with-plan')],
    ['a name every object has', chose('constructor', 'constructor')],
    ['an act of another kind of scene', flagged('arrival', 'numb-fingers')]
  ])('refuses %s and stores nothing', async (_, event) => {
    const started = await anAttempt(record.db)
    await expect(answer(started, 1, event)).rejects.toMatchObject({ code: 'event_refused', status: 409 })
    expect(await storedEvents(started)).toHaveLength(1)
  })

  test('refuses a choice this role does not have', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, upTo('care-first'))
    await expect(answer(started, 3, chose('care-first', 'order-film'))).rejects.toMatchObject({ code: 'event_refused' })
  })

  test('asks for what is missing when a marked phrase is not sorted', async () => {
    const started = await anAttempt(record.db)
    const marked = upTo('what-stands-out', wholeRun, 'learner.sorted')
    await answerAll(record.db, started, marked)
    const partly = sorted('what-stands-out', { 'numb-fingers': 'changes-now' })
    await expect(answer(started, 5, partly)).rejects.toMatchObject({ code: 'choose_one', status: 400 })
    const foreign = sorted('what-stands-out', { 'night-work': 'changes-now' })
    await expect(answer(started, 5, foreign)).rejects.toMatchObject({ code: 'event_refused' })
    expect(await storedEvents(started)).toHaveLength(5)
  })

  test('asks for what is missing when a place of the record is empty', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun.slice(0, -1))
    const partly = filed('record', { chart: 'his-words' })
    await expect(answer(started, last, partly)).rejects.toMatchObject({ code: 'choose_one' })
    const forged = filed('record', { chart: 'his-words', portal: 'a-secret', 'visit-summary': 'wrist-only' })
    await expect(answer(started, last, forged)).rejects.toMatchObject({ code: 'event_refused' })
  })

  test('the last answer ends the attempt and writes its completion in the same step', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun)
    const run = play(aRun(), wholeRun)
    const endedAt = later(last).toISOString()
    expect(await getAttempt(record.db, started)).toMatchObject({
      endedAt,
      endingId: 'leaves-with-plan',
      lastSeq: last + 1
    })
    const completion = await record.db.selectFrom('completion').selectAll().executeTakeFirstOrThrow()
    expect({ ...completion, outcome: JSON.parse(completion.outcome) }).toEqual({
      id: expect.any(String),
      ...started,
      scenarioId: 'wrist',
      version: 1,
      completedAt: endedAt,
      minutes: last,
      outcome: { endingId: 'leaves-with-plan', axes: outcomeOn(pathOf(run.scenario, run.snapshot.context)) }
    })
  })

  test('a double click on the last answer completes once', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun.slice(0, -1))
    const both = await Promise.all([answer(started, last, wholeRun.at(-1)), answer(started, last, wholeRun.at(-1))])
    expect(both.map((it) => it.status).toSorted()).toEqual(['recorded', 'repeated'])
    expect(await record.db.selectFrom('completion').select('attemptId').execute()).toEqual([
      { attemptId: started.attemptId }
    ])
  })

  test('an ended attempt takes no more answers', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun)
    await expect(answer(started, last + 1, first)).rejects.toMatchObject({ code: 'attempt_ended', status: 409 })
    await expect(answer(started, 3, first)).rejects.toMatchObject({ code: 'attempt_ended' })
    expect(await storedEvents(started)).toHaveLength(last + 1)
  })

  test("another learner's attempt does not exist", async () => {
    const { attemptId } = await anAttempt(record.db)
    const learnerId = await aLearner(record.db)
    const refused = { code: 'attempt_not_found', status: 404 }
    await expect(answer({ attemptId, learnerId }, 1)).rejects.toMatchObject(refused)
    await expect(getAttempt(record.db, { attemptId, learnerId })).rejects.toMatchObject(refused)
    expect(await storedEvents({ attemptId, learnerId })).toHaveLength(1)
  })

  test.each(['', 'no-such-attempt', '../../etc/passwd', 'a\u0000b', 'x'.repeat(5000)])(
    'an attempt named %j does not exist',
    async (attemptId) => {
      const learnerId = await aLearner(record.db)
      await expect(answer({ attemptId, learnerId }, 1)).rejects.toMatchObject({ code: 'attempt_not_found' })
    }
  )

  test('the log replays to the same state with nothing remembered', async () => {
    const started = await anAttempt(record.db)
    for (const [index, event] of wholeRun.entries()) {
      await recordAnswer(record.db, { ...started, seenSeq: index + 1, event, now: night })
      const warm = await getRun(record.db, started)
      dropWarm()
      const cold = await getRun(record.db, started)
      expect(cold.seq).toBe(index + 2)
      expect(JSON.stringify(cold.snapshot)).toBe(JSON.stringify(warm.snapshot))
      expect(cold.snapshot.context.taken).toEqual(warm.snapshot.context.taken)
    }
  })

  test('the state an answer led to is remembered, so that nobody has to replay it', async () => {
    const started = await anAttempt(record.db)
    dropWarm()
    await answerAll(record.db, started, wholeRun.slice(0, 3))
    const { key } = (await getRun(record.db, started)).version
    dropWarm()
    await answer(started, 4, wholeRun[3])
    const remembered = recallWarm(started.attemptId, key)
    dropWarm()
    const { snapshot } = await getRun(record.db, started)
    expect(JSON.stringify(remembered)).toBe(JSON.stringify({ seq: 5, snapshot }))
  })

  test('an answer rolled back from outside leaves no trace in what is remembered', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, upTo('what-stands-out'))
    const undone = record.db.transaction().execute(async (db) => {
      await recordAnswer(db, { ...started, seenSeq: 4, event: flagged('what-stands-out', 'numb-fingers'), now: night })
      await getRun(db, started)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    // As another server process would: its answer passes by what this one remembers.
    const other = { streamId: started.attemptId, seenSeq: 4, event: flagged('what-stands-out', 'night-work') }
    await inTransaction(record.db, (db) => appendEvent(db, { ...other, occurredAt: night.toISOString() }))
    const { context } = (await getRun(record.db, started)).snapshot
    expect(context.flagged).toEqual({ 'what-stands-out': ['night-work'] })
  })
})
