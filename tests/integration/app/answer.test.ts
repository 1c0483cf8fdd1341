import { beforeEach, describe, expect, test } from 'vitest'
import { POST } from '#app/learn/attempts/[attemptId]/answer/route.ts'
import { addLearner } from '#server/people/learners/add-learner.ts'
import { anAttempt, answerAll, night } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, read, useDoorsOn } from '#tests/helpers/doors.ts'
import { wholeRun } from '#tests/helpers/runs.ts'

const goIn = 'act=continued&scene=arrival&seenSeq=1'
const none = { cookie: null, json: null, kept: 'no-store' }

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => useDoorsOn(record.db))

  async function aVisit() {
    const { id, token } = await addLearner(record.db, { isShared: false, now: night })
    const started = await anAttempt(record.db, { learnerId: id })
    return { ...started, token, page: `/learn/attempts/${started.attemptId}` }
  }

  type Post = Parameters<typeof aPost>[1]
  const answer = async (attemptId: string, body: Parameters<typeof aPost>[0], how: Post) =>
    read(await POST(aPost(body, how), { params: Promise.resolve({ attemptId }) }))
  const lastSeq = async () => (await record.db.selectFrom('stream').select('lastSeq').executeTakeFirstOrThrow()).lastSeq

  test('a form is led back to its attempt', async () => {
    const { attemptId, token, page } = await aVisit()
    expect(await answer(attemptId, goIn, { token })).toEqual({ status: 303, location: page, ...none })
    expect(await lastSeq()).toBe(2)
  })

  test('a script is told where to go and the number of the newest event', async () => {
    const { attemptId, token, page } = await aVisit()
    const answered = await answer(attemptId, goIn, { token, isScript: true })
    expect(answered).toEqual({ status: 200, location: null, ...none, json: { next: page, seq: 2 } })
  })

  test('the same form posted twice leads to the same place without a word', async () => {
    const { attemptId, token, page } = await aVisit()
    await answer(attemptId, goIn, { token })
    expect(await answer(attemptId, goIn, { token })).toEqual({ status: 303, location: page, ...none })
    expect(await lastSeq()).toBe(2)
  })

  test('a stale form, from a second tab or before a restart, leads to where the attempt stands and says so', async () => {
    const { attemptId, token, page, learnerId } = await aVisit()
    await answerAll(record.db, { attemptId, learnerId }, wholeRun.slice(0, 2))
    const other = 'act=chose&scene=first-thought&seenSeq=2&choice=something-else'
    const stale = `${page}?notice=attempt_stale`
    expect(await answer(attemptId, other, { token })).toEqual({ status: 303, location: stale, ...none })
    const told = await answer(attemptId, other, { token, isScript: true })
    expect(told).toEqual({ status: 200, location: null, ...none, json: { next: stale, seq: 3 } })
    expect(await lastSeq()).toBe(3)
  })

  test.each([
    ['a forged choice', 'act=chose&scene=arrival&seenSeq=1&choice=forged', 'event_refused', 409],
    ['an unknown scene', 'act=continued&scene=cellar&seenSeq=1', 'event_refused', 409],
    ['a choice not made', 'act=chose&scene=arrival&seenSeq=1', 'choose_one', 400],
    ['a malformed body', '%%%=&&&', 'invalid_input', 400],
    ['an empty body', '', 'invalid_input', 400],
    ['an unknown field', `${goIn}&admin=yes`, 'invalid_input', 400],
    ['an oversized body', `${goIn}&scene=${'a'.repeat(17_000)}`, 'body_too_large', 413]
  ])('%s has a name and stores nothing', async (_, body, code, status) => {
    const { attemptId, token, page } = await aVisit()
    const location = `${page}?notice=${code}`
    expect(await answer(attemptId, body, { token })).toEqual({ status: 303, location, ...none })
    const told = await answer(attemptId, body, { token, isScript: true })
    expect(told).toEqual({ status, location: null, ...none, json: { error: code } })
    expect(await lastSeq()).toBe(1)
  })

  test('an endless body is read no further than its limit', async () => {
    const { attemptId, token } = await aVisit()
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1024
        controller.enqueue(new Uint8Array(1024).fill(97))
      }
    })
    const told = await answer(attemptId, endless, { token, isScript: true })
    expect(told).toMatchObject({ status: 413, json: { error: 'body_too_large' } })
    expect(sent).toBeLessThan(20 * 1024)
  })

  test.each([
    ['JSON', 'application/json', '{"act":"continued"}'],
    [
      'a torn multipart body',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="act"\r\n'
    ],
    ['no type at all', '', goIn]
  ])('%s is no form', async (_, type, body) => {
    const { attemptId, token } = await aVisit()
    const told = await answer(attemptId, body, { token, isScript: true, headers: { 'content-type': type } })
    expect(told).toMatchObject({ status: 400, json: { error: 'invalid_input' } })
  })

  test('a multipart form counts as well', async () => {
    const { attemptId, token } = await aVisit()
    const part = (name: string, value: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const body = `${part('act', 'continued')}${part('scene', 'arrival')}${part('seenSeq', '1')}--x--\r\n`
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    expect(await answer(attemptId, body, { token, headers, isScript: true })).toMatchObject({
      status: 200,
      json: { seq: 2 }
    })
  })

  test("another learner's attempt, an unknown cookie and no cookie: there is no such attempt", async () => {
    const { attemptId } = await aVisit()
    const stranger = await addLearner(record.db, { isShared: false, now: night })
    for (const token of [stranger.token, 'forged', undefined]) {
      const told = await answer(attemptId, goIn, { token, isScript: true })
      expect(told).toEqual({ status: 404, location: null, ...none, json: { error: 'attempt_not_found' } })
    }
    expect(await lastSeq()).toBe(1)
  })

  test('an attempt with a name that is none leads to no other place', async () => {
    const { token } = await aVisit()
    const { location } = await answer('//evil.example/\u0000', goIn, { token })
    expect(location).toBe('/learn/attempts/%2F%2Fevil.example%2F%00?notice=attempt_not_found')
  })

  test('an ended attempt says so', async () => {
    const { attemptId, token, learnerId } = await aVisit()
    await answerAll(record.db, { attemptId, learnerId }, wholeRun)
    const told = await answer(attemptId, 'act=continued&scene=record&seenSeq=16', { token, isScript: true })
    expect(told).toMatchObject({ status: 409, json: { error: 'attempt_ended' } })
  })

  test.each([
    ['a cross-site post', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a post from a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a post from another origin', { origin: 'https://evil.example' }, 403],
    ['a post from a sandboxed page', { origin: 'null' }, 403],
    [
      'a post that names another host as forwarded',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      403
    ],
    ['a post by its own page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['a post by its own page under another name', { origin: 'http://192.0.2.7:3000', host: '192.0.2.7:3000' }, 200]
  ])('%s: %j', async (_, headers, status) => {
    const { attemptId, token } = await aVisit()
    const told = await answer(attemptId, goIn, { token, headers, isScript: true })
    expect(told.status).toBe(status)
    expect(await lastSeq()).toBe(status === 200 ? 2 : 1)
  })
})
