import { beforeEach, describe, expect, test } from 'vitest'
import { POST as answer } from '#app/tests/[assessmentId]/answer/route.ts'
import { POST as submit } from '#app/tests/[assessmentId]/submit/route.ts'
import { getSitting } from '#server/learning/assessments/queries.ts'
import { addLearner } from '#server/people/learners/add-learner.ts'
import { anAssessment, answerTest } from '#tests/helpers/assessments.ts'
import { night } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, read, useDoorsOn } from '#tests/helpers/doors.ts'
import { rightIn } from '#tests/helpers/items.ts'

const none = { cookie: null, json: null, kept: 'no-store' }

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => useDoorsOn(record.db))

  async function aTest() {
    const { id, token } = await addLearner(record.db, { isShared: false, now: night })
    const started = await anAssessment(record.db, { learnerId: id })
    const { paper } = (await getSitting(record.db, started)).snapshot.context.started
    const marked = paper.map((question) => `item=${question.id}&of=3&option=${rightIn(question).join('&option=')}`)
    return { ...started, token, marked: [...marked, '', '', ''], page: `/tests/${started.assessmentId}` }
  }

  type Post = Parameters<typeof aPost>[1]
  const at = (path: string, body: string, how?: Post) => new Request(`http://localhost:3000${path}`, aPost(body, how))
  const params = (assessmentId: string) => ({ params: Promise.resolve({ assessmentId }) })
  const give = async (assessmentId: string, q: string, body: string, how: Post) =>
    read(await answer(at(`/tests/x/answer?q=${q}`, body, how), params(assessmentId)))
  const handIn = async (assessmentId: string, body: string, how: Post) =>
    read(await submit(at('/tests/x/submit', body, how), params(assessmentId)))
  const lastSeq = async () => (await record.db.selectFrom('stream').select('lastSeq').executeTakeFirstOrThrow()).lastSeq

  test.each([
    ['on', '1', '?q=2'],
    ['on', '3', '/review'],
    ['back', '2', '?q=1'],
    ['back', '1', '?q=1'],
    ['review', '1', '/review']
  ])('a form that goes %s from question %s is led to %s, and its answer is kept', async (way, q, next) => {
    const { assessmentId, token, marked, page } = await aTest()
    const body = `${marked[Number(q) - 1]}&seenSeq=1&way=${way}`
    expect(await give(assessmentId, q, body, { token })).toEqual({ status: 303, location: `${page}${next}`, ...none })
    expect(await lastSeq()).toBe(2)
  })

  test('the same form posted twice leads to the same place without a word', async () => {
    const { assessmentId, token, marked, page } = await aTest()
    for (const _ of [1, 2]) {
      const answered = await give(assessmentId, '1', `${marked[0]}&seenSeq=1`, { token })
      expect(answered).toEqual({ status: 303, location: `${page}?q=2`, ...none })
    }
    expect(await lastSeq()).toBe(2)
  })

  test('going on with nothing marked is told so; going back or to the list is not', async () => {
    const { assessmentId, token, marked, page } = await aTest()
    const empty = `${marked[1]?.replace(/&option=.*/, '')}&seenSeq=1`
    const to = async (way: string) => (await give(assessmentId, '2', `${empty}&way=${way}`, { token })).location
    expect(await to('on')).toBe(`${page}?q=2&notice=answer_missing`)
    expect(await to('back')).toBe(`${page}?q=1`)
    expect(await to('review')).toBe(`${page}/review`)
    expect(await lastSeq()).toBe(1)
  })

  test('a late answer to the same question leads to it and says so', async () => {
    const { assessmentId, token, marked, page } = await aTest()
    await give(assessmentId, '1', `${marked[0]}&seenSeq=1`, { token })
    const other = marked[0]?.replace(/option=.*/, firstOther(marked[0]))
    const late = await give(assessmentId, '1', `${other}&seenSeq=1`, { token })
    expect(late.location).toBe(`${page}?q=1&notice=assessment_stale`)
    expect(await lastSeq()).toBe(2)
  })

  test.each([
    ['a forged option', 'item=privacy-1-a&of=3&seenSeq=1&option=forged', 'event_refused', 409],
    ['an unknown question', 'item=nowhere-a&of=3&seenSeq=1&option=wait', 'event_refused', 409],
    ['no question', 'of=3&seenSeq=1&option=wait', 'invalid_input', 400],
    ['seven options', `item=privacy-1-a&of=3&seenSeq=1${'&option=a'.repeat(7)}`, 'invalid_input', 400],
    ['an unknown field', 'item=privacy-1-a&of=3&seenSeq=1&option=wait&admin=yes', 'invalid_input', 400],
    ['an unknown way', 'item=privacy-1-a&of=3&seenSeq=1&option=wait&way=out', 'invalid_input', 400],
    ['an empty body', '', 'invalid_input', 400]
  ])('%s has a name and stores nothing', async (_, body, code, status) => {
    const { assessmentId, token, page } = await aTest()
    const led = await give(assessmentId, '2', body, { token })
    expect(led).toEqual({ status: 303, location: `${page}?q=2&notice=${code}`, ...none })
    const told = await give(assessmentId, '2', body, { token, isScript: true })
    expect(told).toEqual({ status, location: null, ...none, json: { error: code } })
    expect(await lastSeq()).toBe(1)
  })

  test('a test with a name that is none, or a number that is none, leads to no other place', async () => {
    const { token, marked } = await aTest()
    const { location } = await give('//evil.example/\u0000', '//evil', `${marked[0]}&seenSeq=1`, { token })
    expect(location).toBe('/tests/%2F%2Fevil.example%2F%00?q=1&notice=assessment_not_found')
  })

  test("another learner's test, an unknown cookie and no cookie: there is no such test", async () => {
    const { assessmentId, marked } = await aTest()
    const stranger = await addLearner(record.db, { isShared: false, now: night })
    for (const token of [stranger.token, 'forged', undefined]) {
      const how = { token, isScript: true }
      const refused = { status: 404, json: { error: 'assessment_not_found' } }
      expect(await give(assessmentId, '1', `${marked[0]}&seenSeq=1`, how)).toMatchObject(refused)
      const empty = `${marked[0]?.replace(/&option=.*/, '')}&seenSeq=1&way=back`
      expect(await give(assessmentId, '1', empty, how)).toMatchObject(refused)
      expect(await handIn(assessmentId, 'seenSeq=1', how)).toMatchObject(refused)
    }
    expect(await lastSeq()).toBe(1)
  })

  test('handing in leads to the test, twice as well; what is missing or has changed leads to the list', async () => {
    const { page, token, ...started } = await aTest()
    const to = async (body: string) => (await handIn(started.assessmentId, body, { token })).location
    expect(await to('seenSeq=1')).toBe(`${page}/review?notice=assessment_incomplete`)
    const seq = await answerTest(record.db, started)
    expect(await to('seenSeq=1')).toBe(`${page}/review?notice=assessment_stale`)
    expect(await to('seenSeq=no')).toBe(`${page}/review?notice=invalid_input`)
    expect(await to(`seenSeq=${seq}&passed=1`)).toBe(`${page}/review?notice=invalid_input`)
    expect(await to(`seenSeq=${seq}`)).toBe(page)
    expect(await to(`seenSeq=${seq}`)).toBe(page)
    const other = `${started.marked[0]?.replace(/&option=.*/, '')}&option=forged&seenSeq=${seq}`
    const late = await give(started.assessmentId, '1', other, { token })
    expect(late.location).toBe(`${page}?q=1&notice=assessment_submitted`)
  })

  test('a post from another site is refused', async () => {
    const { assessmentId, token, marked } = await aTest()
    const how = { token, isScript: true, headers: { 'sec-fetch-site': 'cross-site' } }
    const refused = { status: 403, json: { error: 'cross_site' } }
    expect(await give(assessmentId, '1', `${marked[0]}&seenSeq=1`, how)).toMatchObject(refused)
    expect(await handIn(assessmentId, 'seenSeq=1', how)).toMatchObject(refused)
    expect(await lastSeq()).toBe(1)
  })
})

/** Some option of the same question that is not the one marked. */
function firstOther(marked = ''): string {
  return marked.includes('option=fits') ? 'option=other-1' : 'option=wait'
}
