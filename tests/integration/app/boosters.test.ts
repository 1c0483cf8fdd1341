import { beforeEach, describe, expect, test } from 'vitest'
import { POST as finish } from '#app/boosters/[boosterId]/done/route.ts'
import { POST as plan } from '#app/progress/boosters/route.ts'
import { GET as calendar } from '#app/progress/boosters.ics/route.ts'
import { servedBoosters } from '#server/learning/boosters/served.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, read, useDoorsOn } from '#tests/helpers/doors.ts'

const boosterId = servedBoosters()[0]?.id ?? ''

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => useDoorsOn(record.db))

  const post = async (body: string, token?: string) => read(await plan(aPost(body, { token })))
  const done = async (token?: string, id = boosterId) =>
    read(await finish(aPost('', { token }), { params: Promise.resolve({ boosterId: id }) }))
  const get = (token: string) =>
    calendar(
      new Request('http://localhost:3000/progress/boosters.ics', { headers: { cookie: `attune-learner=${token}` } })
    )
  const tokenOf = (cookie: string | null) => cookie?.match(/^attune-learner=([\w-]{43});/)?.[1] ?? ''
  const kept = async () => ({
    plans: (await record.db.selectFrom('boosterPlan').select('startedOn').execute()).length,
    done: (await record.db.selectFrom('boosterDone').select('boosterId').execute()).map((row) => row.boosterId)
  })

  test('a plan is begun without an account, taken as a calendar file, gone through and ended with one press', async () => {
    const { cookie, ...begun } = await post('as=start')
    expect(begun).toEqual({ status: 303, location: '/progress#boosters', json: null, kept: 'no-store' })
    const token = tokenOf(cookie)
    expect(cookie).toBe(`attune-learner=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=15552000`)
    const file = await get(token)
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="training.ics"')
    expect((await file.text()).match(/^SUMMARY:90 seconds: training\r$/gm)).toHaveLength(4)
    expect(await done(token)).toMatchObject({ status: 303, location: '/progress#boosters' })
    expect(await kept()).toEqual({ plans: 1, done: [boosterId] })
    expect(await post('as=stop', token)).toMatchObject({ status: 303, location: '/progress#boosters' })
    expect(await kept()).toEqual({ plans: 0, done: [] })
    expect((await get(token)).headers.get('location')).toBe('/progress?notice=plan_not_found')
  })

  test('on a shared computer the cookie goes with the browser', async () => {
    const { cookie } = await post('as=start&shared=yes')
    expect(cookie).toBe(`attune-learner=${tokenOf(cookie)}; Path=/; HttpOnly; SameSite=Lax`)
  })

  test.each(['', 'as=always', 'as=start&as=stop', 'as=start&shared=no', 'as=start&to=me'])(
    'a form that says "%s" is refused, and nothing is kept',
    async (body) => {
      expect(await post(body)).toMatchObject({ location: '/progress?notice=invalid_input', cookie: null })
      expect(await kept()).toEqual({ plans: 0, done: [] })
    }
  )

  test('a booster taken by somebody unknown, and one that is not here, leave nothing behind', async () => {
    expect(await done()).toMatchObject({ status: 303, location: '/progress#boosters', cookie: null })
    expect(await done(undefined, 'nothing')).toMatchObject({ location: '/progress?notice=booster_not_found' })
    expect(await post('as=stop')).toMatchObject({ status: 303, location: '/progress#boosters', cookie: null })
    expect(await kept()).toEqual({ plans: 0, done: [] })
  })
})
