import { beforeEach, describe, expect, test } from 'vitest'
import { GET as health } from '#app/api/health/route.ts'
import { POST as begin } from '#app/learn/[scenarioId]/begin/route.ts'
import { POST as branch } from '#app/learn/attempts/[attemptId]/branch/route.ts'
import { POST as forget } from '#app/learn/forget/route.ts'
import { loadScenarios } from '#content/load.ts'
import type { LearnerEvent } from '#machines/scenario/events.ts'
import { explore } from '#machines/scenario/explore.ts'
import { recordAnswer } from '#server/learning/attempts/record-answer.ts'
import { findLearner } from '#server/people/learners/queries.ts'
import { later } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, read, useDoorsOn } from '#tests/helpers/doors.ts'

const nurse = 'role=registered-nurse&jurisdiction=unknown'

/** The first act of the case these doors serve. */
function firstAct(): LearnerEvent {
  const scenario = loadScenarios().find((it) => it.scenario.id === 'sc01')?.scenario
  const [edge] = scenario ? explore(scenario).edges : []
  if (!edge) throw new Error('The case has no first act')
  return edge.event
}

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => useDoorsOn(record.db))

  async function beginning(body: string, token?: string, scenarioId = 'sc01') {
    const answered = await read(await begin(aPost(body, { token }), { params: Promise.resolve({ scenarioId }) }))
    const attemptId = answered.location?.match(/^\/learn\/attempts\/([\w-]{22})$/)?.[1] ?? ''
    return { ...answered, attemptId, token: answered.cookie?.match(/^attune-learner=([\w-]{43});/)?.[1] ?? '' }
  }

  async function answerFirst({ attemptId, token }: { attemptId: string; token: string }) {
    const learnerId = (await findLearner(record.db, token))?.id ?? ''
    const event = firstAct()
    return recordAnswer(record.db, { attemptId, learnerId, seenSeq: 1, event, now: later(1) })
  }

  const learners = () => record.db.selectFrom('learner').select(['keep']).execute()

  test('Begin sets a cookie for 180 days, keeps its hash alone, and leads to the attempt', async () => {
    const { status, cookie, kept, token, attemptId } = await beginning(nurse)
    expect({ status, cookie, kept }).toEqual({
      status: 303,
      cookie: `attune-learner=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=15552000`,
      kept: 'no-store'
    })
    expect(await record.db.selectFrom('attempt').select(['id', 'kind']).execute()).toEqual([
      { id: attemptId, kind: 'first' }
    ])
    const [learner] = await record.db.selectFrom('learner').selectAll().execute()
    expect(learner).toMatchObject({ keep: 1, tokenHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(JSON.stringify(learner)).not.toContain(token)
  })

  test('on a shared computer the cookie goes with the browser', async () => {
    const { cookie, token } = await beginning(`${nurse}&shared=on`)
    expect(cookie).toBe(`attune-learner=${token}; Path=/; HttpOnly; SameSite=Lax`)
    expect(await learners()).toEqual([{ keep: 0 }])
  })

  test('a second click on Begin leads to the same visit', async () => {
    const first = await beginning(nurse)
    expect(await beginning(nurse, first.token)).toEqual(first)
  })

  test('with a visit under way Begin asks: continue, or start as someone new', async () => {
    const first = await beginning(nurse)
    await answerFirst(first)
    expect(await beginning(nurse, first.token)).toMatchObject({
      status: 303,
      location: '/learn/sc01?notice=attempt_open',
      cookie: null
    })
    expect(await beginning('as=continue', first.token)).toMatchObject({
      attemptId: first.attemptId,
      token: first.token
    })
    const other = await beginning(`as=new&${nurse}`, first.token)
    expect(other.attemptId).not.toBe(first.attemptId)
    expect(other.token).not.toBe(first.token)
    expect(await record.db.selectFrom('attempt').select('kind').execute()).toEqual([
      { kind: 'first' },
      { kind: 'first' }
    ])
  })

  test('continuing on a computer now said to be shared keeps the cookie only while the browser is open', async () => {
    const first = await beginning(nurse)
    await answerFirst(first)
    const again = await beginning('as=continue&shared=on', first.token)
    expect(again.cookie).toBe(`attune-learner=${first.token}; Path=/; HttpOnly; SameSite=Lax`)
    expect(await learners()).toEqual([{ keep: 0 }])
  })

  test('someone who shares the computer does not take over who was here before', async () => {
    const first = await beginning(nurse)
    const other = await beginning(`${nurse}&shared=on`, first.token)
    expect(other.token).not.toBe(first.token)
    expect(await findLearner(record.db, first.token)).toMatchObject({ isShared: false })
  })

  test.each([
    ['no role', 'jurisdiction=unknown', 'choose_one'],
    ['no place', 'role=physician&jurisdiction=', 'choose_one'],
    ['an unknown role', 'role=astronaut&jurisdiction=unknown', 'invalid_input'],
    ['an unknown field', `${nurse}&credit=1`, 'invalid_input'],
    ['two roles', `${nurse}&role=physician`, 'invalid_input'],
    ['a visit to continue that there is not', 'as=continue', 'attempt_not_found']
  ])('%s leads back to the front page and begins nothing', async (_, body, code) => {
    expect(await beginning(body)).toMatchObject({ status: 303, location: `/learn/sc01?notice=${code}`, cookie: null })
    expect(await learners()).toEqual([])
  })

  test('a scenario that does not exist is not begun', async () => {
    expect(await beginning(nurse, undefined, 'sc99')).toMatchObject({
      location: '/learn/sc99?notice=scenario_not_found'
    })
    expect(await learners()).toEqual([])
  })

  test('another site cannot begin, branch or forget', async () => {
    const { token, attemptId } = await beginning(nurse)
    const foreign = () => aPost(nurse, { token, isScript: true, headers: { 'sec-fetch-site': 'cross-site' } })
    const params = Promise.resolve({ scenarioId: 'sc01', attemptId })
    for (const door of [begin(foreign(), { params }), branch(foreign(), { params }), forget(foreign())]) {
      expect(await read(await door)).toMatchObject({ status: 403, json: { error: 'cross_site' } })
    }
    expect(await learners()).toHaveLength(1)
  })

  test('a "what if" leads to its own attempt; a number that is none is refused', async () => {
    const first = await beginning(nurse)
    await answerFirst(first)
    const params = Promise.resolve({ attemptId: first.attemptId })
    const post = async (body: string, token?: string) => read(await branch(aPost(body, { token }), { params }))
    const made = await post('seq=2', first.token)
    expect(made).toMatchObject({ status: 303, location: expect.stringMatching(/^\/learn\/attempts\/[\w-]{22}$/) })
    expect(made.location).not.toContain(first.attemptId)
    const back = `/learn/attempts/${first.attemptId}?notice=`
    expect(await post('seq=9', first.token)).toMatchObject({ location: `${back}branch_refused` })
    for (const body of ['seq=0', 'seq=1&seq=2', 'seq=two', '', 'seq=1&x=1']) {
      expect(await post(body, first.token)).toMatchObject({ location: `${back}invalid_input` })
    }
    expect(await post('seq=2')).toMatchObject({ location: `${back}attempt_not_found` })
  })

  test('clearing this computer forgets its learner and takes the cookie away, also when there was none', async () => {
    const { token } = await beginning(nurse)
    const cleared = {
      status: 303,
      location: '/?notice=computer_cleared',
      cookie: 'attune-learner=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
      json: null,
      kept: 'no-store'
    }
    expect(await read(await forget(aPost('', { token })))).toEqual(cleared)
    expect(await learners()).toEqual([])
    expect(await record.db.selectFrom('event').selectAll().execute()).toEqual([])
    expect(await read(await forget(aPost('')))).toEqual(cleared)
  })

  test('health says what this server can do', async () => {
    const scenarios = loadScenarios().filter(({ scenario }) => scenario.status === 'offered').length
    const json = { status: 'ready', version: expect.stringMatching(/^\d+\.\d+\.\d+$/), database: 'ready', scenarios }
    expect(await read(await health())).toEqual({ status: 200, location: null, cookie: null, json, kept: 'no-store' })
  })
})
