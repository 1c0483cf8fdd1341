import { beforeEach, describe, expect, test } from 'vitest'
import { POST as enroll } from '#app/courses/[courseId]/enroll/route.ts'
import { POST as readSummary } from '#app/courses/[courseId]/summary/route.ts'
import { POST as beginTest } from '#app/courses/[courseId]/test/route.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, read, useDoorsOn } from '#tests/helpers/doors.ts'

const doors = { enroll, summary: readSummary, test: beginTest }

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => useDoorsOn(record.db))

  const post = async (
    door: keyof typeof doors,
    body: string,
    { id = 'core', ...sent }: Parameters<typeof aPost>[1] & { id?: string } = {}
  ) => read(await doors[door](aPost(body, sent), { params: Promise.resolve({ courseId: id }) }))
  const tokenOf = (cookie: string | null) => cookie?.match(/^attune-learner=([\w-]{43});/)?.[1] ?? ''
  const aToken = async () => tokenOf((await post('enroll', 'role=registered-nurse')).cookie)
  const counts = async () => ({
    learners: (await record.db.selectFrom('learner').select('id').execute()).length,
    enrollments: (await record.db.selectFrom('enrollment').select('role').execute()).length,
    summaries: (await record.db.selectFrom('summaryReading').select('scenarioId').execute()).length,
    tests: (await record.db.selectFrom('assessment').select('id').execute()).length
  })

  test('beginning sets the cookie for 180 days and leads to the course; on a shared computer it goes', async () => {
    const { cookie, ...answer } = await post('enroll', 'role=registered-nurse')
    expect(answer).toEqual({ status: 303, location: '/courses/core', json: null, kept: 'no-store' })
    expect(cookie).toBe(`attune-learner=${tokenOf(cookie)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=15552000`)
    const shared = (await post('enroll', 'role=registered-nurse&shared=yes')).cookie
    expect(shared).toBe(`attune-learner=${tokenOf(shared)}; Path=/; HttpOnly; SameSite=Lax`)
  })

  test.each([
    ['enroll', '', 'choose_one'],
    ['enroll', 'role=', 'choose_one'],
    ['enroll', 'role=wizard', 'invalid_input'],
    ['enroll', 'role=physician&role=physician', 'invalid_input'],
    ['enroll', 'role=physician&shared=no', 'invalid_input'],
    ['enroll', 'role=physician&to=core', 'invalid_input'],
    ['summary', '', 'invalid_input'],
    ['summary', 'scenario=sc01', 'course_not_begun'],
    ['test', 'form=mid', 'invalid_input'],
    ['test', 'form=pre', 'course_not_begun']
  ] as const)('%s that says "%s" is refused, and nothing is kept', async (door, body, code) => {
    expect(await post(door, body)).toMatchObject({
      status: 303,
      location: `/courses/core?notice=${code}`,
      cookie: null
    })
    expect(await counts()).toEqual({ learners: 0, enrollments: 0, summaries: 0, tests: 0 })
  })

  test('a course that is not here, and another site, begin nothing', async () => {
    expect(await post('enroll', 'role=physician', { id: 'no/where' })).toMatchObject({
      location: '/courses/no%2Fwhere?notice=course_not_found',
      cookie: null
    })
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect(await post('enroll', 'role=physician', { headers })).toMatchObject({
      location: '/courses/core?notice=cross_site'
    })
    expect(await counts()).toEqual({ learners: 0, enrollments: 0, summaries: 0, tests: 0 })
  })

  test('a summary counts for a case of the course, and for no other', async () => {
    const token = await aToken()
    expect(await post('summary', 'scenario=sc01', { token })).toMatchObject({ status: 303, location: '/courses/core' })
    expect(await post('summary', 'scenario=nowhere', { token })).toMatchObject({
      location: '/courses/core?notice=scenario_not_found'
    })
    expect(await counts()).toEqual({ learners: 1, enrollments: 1, summaries: 1, tests: 0 })
  })

  test('the first test opens, the last one waits', async () => {
    const token = await aToken()
    expect(await post('test', 'form=post', { token })).toMatchObject({ location: '/courses/core?notice=step_waits' })
    const { location } = await post('test', 'form=pre', { token })
    expect(location).toMatch(/^\/tests\/[\w-]{22}$/)
    expect(await post('test', 'form=pre', { token })).toMatchObject({ location })
    expect(await counts()).toEqual({ learners: 1, enrollments: 1, summaries: 0, tests: 1 })
  })
})
