import { describe, expect, test } from 'vitest'
import { branchAttempt } from '#server/learning/attempts/branch-attempt.ts'
import { findOpenAttempt, getAttempt, getRun, listTurns } from '#server/learning/attempts/queries.ts'
import { forgetLearner } from '#server/people/learners/forget-learner.ts'
import { readEvents } from '#server/record/events/read.ts'
import { aLearner, anAttempt, answerAll, later, type Started } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aRun, chose, play, upTo, wholeRun } from '#tests/helpers/runs.ts'

const ended = wholeRun.length + 1
const beforePrivacy = upTo('privacy').length + 1

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)

  async function aFinishedAttempt(): Promise<Started> {
    const started = await anAttempt(record.db)
    await answerAll(record.db, started, wholeRun)
    return started
  }

  async function branch({ attemptId, learnerId }: Started, seq: number, minutes = 60): Promise<Started> {
    const id = await branchAttempt(record.db, { attemptId, learnerId, seq, now: later(minutes) })
    return { attemptId: id, learnerId }
  }

  test('copies the log up to the event and notes where it came from', async () => {
    const from = await aFinishedAttempt()
    const what = await branch(from, beforePrivacy)
    const copied = await readEvents(record.db, { streamId: from.attemptId, kind: 'attempt', upTo: beforePrivacy })
    const event = { type: 'attempt.branched', from: from.attemptId, seq: beforePrivacy }
    expect(await readEvents(record.db, { streamId: what.attemptId, kind: 'attempt' })).toEqual([
      ...copied,
      { seq: beforePrivacy + 1, event, occurredAt: later(60).toISOString() }
    ])
    expect(await getAttempt(record.db, what)).toMatchObject({
      kind: 'branch',
      branchedFrom: from.attemptId,
      branchedSeq: beforePrivacy,
      startedAt: later(60).toISOString(),
      endedAt: null
    })
  })

  test('goes on from there, ends apart from the first attempt, and completes nothing', async () => {
    const from = await aFinishedAttempt()
    const what = await branch(from, beforePrivacy)
    const rest = [chose('privacy', 'ask-now'), { type: 'learner.continued' as const, scene: 'start-again' }]
    const acts = [...rest, ...wholeRun.slice(upTo('limits').length).filter((act) => act.scene !== 'listens')]
    await answerAll(record.db, what, acts, { seenSeq: beforePrivacy + 1, from: later(60) })
    const path = [...wholeRun.slice(0, beforePrivacy - 1), ...acts]
    const { context } = (await getRun(record.db, what)).snapshot
    expect(context.taken).toEqual(play(aRun(), path).snapshot.context.taken)
    expect(context.branchedAt).toBe(beforePrivacy)
    expect((await getRun(record.db, from)).snapshot.context.taken).toEqual(
      play(aRun(), wholeRun).snapshot.context.taken
    )
    expect((await getAttempt(record.db, what)).endingId).toBe('leaves-quietly')
    expect(await record.db.selectFrom('completion').select('attemptId').execute()).toEqual([
      { attemptId: from.attemptId }
    ])
  })

  test('a branch of a branch, from each turn of the path', async () => {
    const from = await aFinishedAttempt()
    const what = await branch(from, beforePrivacy)
    await answerAll(record.db, what, [chose('privacy', 'step-outside')], {
      seenSeq: beforePrivacy + 1,
      from: later(60)
    })
    const again = await branch(what, beforePrivacy + 2, 90)
    expect((await getRun(record.db, again)).snapshot.context).toMatchObject({ branchedAt: beforePrivacy + 2 })
    expect((await getAttempt(record.db, again)).branchedFrom).toBe(what.attemptId)
  })

  test('each station of the path has the number to branch at', async () => {
    const from = await aFinishedAttempt()
    const turns = await listTurns(record.db, from)
    const stations = play(aRun(), wholeRun).snapshot.context.taken
    expect(turns).toHaveLength(stations.length)
    for (const [index, turn] of turns.entries()) {
      const what = await branch(from, turn)
      expect((await getRun(record.db, what)).snapshot.context.taken).toEqual(stations.slice(0, index))
    }
  })

  test('a double click branches once', async () => {
    const from = await aFinishedAttempt()
    const first = await branch(from, beforePrivacy)
    expect(await branch(from, beforePrivacy, 61)).toEqual(first)
  })

  test('a branch under way is left alone and a new one begun', async () => {
    const from = await aFinishedAttempt()
    const first = await branch(from, beforePrivacy)
    await answerAll(record.db, first, [chose('privacy', 'ask-now')], { seenSeq: beforePrivacy + 1 })
    expect(await branch(from, beforePrivacy)).not.toEqual(first)
  })

  test.each([0, -1, ended, ended + 1, 2 ** 31 - 1])('refuses to branch at %i', async (seq) => {
    const from = await aFinishedAttempt()
    await expect(branch(from, seq)).rejects.toMatchObject({ code: 'branch_refused', status: 409 })
    expect(await record.db.selectFrom('stream').select('id').execute()).toEqual([{ id: from.attemptId }])
  })

  test("refuses another learner's attempt", async () => {
    const { attemptId } = await aFinishedAttempt()
    const stranger = { attemptId, learnerId: await aLearner(record.db) }
    await expect(branch(stranger, beforePrivacy)).rejects.toMatchObject({ code: 'attempt_not_found' })
  })

  test('a branch is no open visit, and outlives the attempt it came from', async () => {
    const from = await aFinishedAttempt()
    const what = await branch(from, beforePrivacy)
    expect(await findOpenAttempt(record.db, { learnerId: from.learnerId, scenarioId: 'wrist' })).toBeUndefined()
    await record.db.deleteFrom('stream').where('id', '=', from.attemptId).execute()
    expect((await getRun(record.db, what)).seq).toBe(beforePrivacy + 1)
    await forgetLearner(record.db, what)
    expect(await record.db.selectFrom('event').selectAll().execute()).toEqual([])
  })
})
