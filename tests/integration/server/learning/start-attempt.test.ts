import { describe, expect, test } from 'vitest'
import { findOpenAttempt, getRun, listMyAttempts } from '#server/learning/attempts/queries.ts'
import { startAttempt } from '#server/learning/attempts/start-attempt.ts'
import { readEvents } from '#server/record/events/read.ts'
import { aLearner, aLoadedScenario, anAttempt, answerAll, aServed, later, night } from '#tests/helpers/attempts.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'
import { wholeRun } from '#tests/helpers/runs.ts'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  async function begin(
    changes: { role?: string; jurisdiction?: string; scenarioId?: string } = {},
    served = aServed()
  ) {
    const learnerId = await aLearner(record.db)
    const start = {
      scenarioId: 'wrist',
      learnerId,
      role: 'physician',
      jurisdiction: 'somewhere',
      now: night,
      ...changes
    }
    return { attemptId: await startAttempt(record.db, served, start), learnerId }
  }

  test('the first event holds all that was true outside', async () => {
    const { attemptId } = await begin()
    expect(await readEvents(record.db, { streamId: attemptId, kind: 'attempt' })).toEqual([
      {
        seq: 1,
        occurredAt: night.toISOString(),
        event: {
          type: 'attempt.started',
          seed: expect.stringMatching(/^[\w-]{22}$/),
          role: 'physician',
          jurisdiction: 'somewhere',
          duties: {
            childAbuse: 'mandatory',
            adultTrafficking: 'permissive',
            injury: 'unknown',
            domesticViolence: 'unknown',
            vulnerableAdult: 'unknown'
          },
          content: { id: 'wrist', version: 1, hash: aLoadedScenario().hash }
        }
      }
    ])
  })

  test('role and place decide what the run knows from the start', async () => {
    const known = await getRun(record.db, await begin())
    expect(known.snapshot.context.facts).toMatchObject({ role: 'physician', duty: 'permissive' })
    const unlisted = await getRun(record.db, await begin({ role: 'not-listed', jurisdiction: 'unknown' }))
    expect(unlisted.snapshot.context.facts).toMatchObject({ role: 'registered-nurse', duty: 'unknown' })
  })

  test('the attempt row says whose, what, when and as whom', async () => {
    const { attemptId, learnerId } = await begin()
    expect(await listMyAttempts(record.db, { learnerId })).toEqual([
      {
        id: attemptId,
        scenarioId: 'wrist',
        version: 1,
        kind: 'first',
        branchedFrom: null,
        branchedSeq: null,
        role: 'physician',
        jurisdiction: 'somewhere',
        startedAt: night.toISOString(),
        endedAt: null,
        endingId: null,
        lastSeq: 1,
        hash: aLoadedScenario().hash
      }
    ])
  })

  test.each([
    ['a role nobody has', { role: 'astronaut' }, 'invalid_input'],
    ['a place nobody knows', { jurisdiction: 'atlantis' }, 'invalid_input'],
    ['a name every object has', { jurisdiction: 'constructor' }, 'invalid_input'],
    ['a scenario that does not exist', { scenarioId: 'elsewhere' }, 'scenario_not_found']
  ])('refuses %s', async (_, changes, code) => {
    await expect(begin(changes)).rejects.toMatchObject({ code })
    expect(await record.db.selectFrom('stream').selectAll().execute()).toEqual([])
  })

  test('refuses to begin a withdrawn scenario, and lets an open attempt go on', async () => {
    const started = await anAttempt(record.db)
    await expect(begin({}, aServed({ status: 'withdrawn' }))).rejects.toMatchObject({
      code: 'scenario_withdrawn',
      status: 410
    })
    await answerAll(record.db, started, wholeRun)
    expect((await getRun(record.db, started)).attempt.endingId).toBe('leaves-with-plan')
  })

  test('a second click on Begin takes up the same visit', async () => {
    const { attemptId, learnerId } = await anAttempt(record.db)
    expect(await anAttempt(record.db, { learnerId, now: later(1) })).toEqual({ attemptId, learnerId })
  })

  test('ten clicks on Begin at once begin one visit', async () => {
    const learnerId = await aLearner(record.db)
    await openConnections(record.db)
    const begun = await Promise.all(Array.from({ length: 10 }, () => anAttempt(record.db, { learnerId })))
    expect(new Set(begun.map((it) => it.attemptId)).size).toBe(1)
    expect(await record.db.selectFrom('stream').select('id').execute()).toEqual([{ id: begun[0]?.attemptId }])
  })

  test('a visit under way is not begun over', async () => {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun.slice(0, 1))
    await expect(anAttempt(record.db, started)).rejects.toMatchObject({ code: 'attempt_open', status: 409 })
    expect(await findOpenAttempt(record.db, { ...started, scenarioId: 'wrist' })).toMatchObject({
      id: started.attemptId
    })
  })

  test('the first attempt is the one that counts; the next is a repeat, also once the first is forgotten', async () => {
    const first = await anAttempt(record.db)
    await answerAll(record.db, first, wholeRun)
    const second = await anAttempt(record.db, { learnerId: first.learnerId, now: later(60) })
    await answerAll(record.db, second, wholeRun)
    await record.db.deleteFrom('stream').execute()
    await anAttempt(record.db, { learnerId: first.learnerId, now: later(120) })
    expect((await listMyAttempts(record.db, first)).map((it) => it.kind)).toEqual(['repeat'])
    const completions = await record.db.selectFrom('completion').select('attemptId').orderBy('completedAt').execute()
    expect(completions).toHaveLength(2)
  })

  test('an attempt keeps the text it was begun with when a newer version is served', async () => {
    const old = await anAttempt(record.db)
    const newer = aServed({ version: 2, title: 'Another title' })
    const fresh = await anAttempt(record.db, { served: newer })
    expect((await getRun(record.db, old)).version.scenario.title).toBe('Walk-in clinic: a swollen wrist')
    expect((await getRun(record.db, fresh)).version.scenario.title).toBe('Another title')
    await answerAll(record.db, old, wholeRun)
  })
})
