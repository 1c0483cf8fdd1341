import { beforeEach, describe, expect, test } from 'vitest'
import { POST as read } from '#app/lessons/[lessonId]/read/route.ts'
import { listLessons, readServedLessons } from '#server/learning/lessons/served.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { read as answerOf, aPost, useDoorsOn } from '#tests/helpers/doors.ts'
import { aPerson } from '#tests/helpers/people.ts'

const [lesson] = listLessons(readServedLessons({ isDevelopment: false })).map((served) => served.lesson)
const lessonId = lesson?.id ?? ''

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => useDoorsOn(record.db))

  const post = async (
    body: string,
    { token, id = lessonId, headers = {}, isScript = false }: Parameters<typeof aPost>[1] & { id?: string } = {}
  ) => answerOf(await read(aPost(body, { token, headers, isScript }), { params: Promise.resolve({ lessonId: id }) }))
  const readings = () => record.db.selectFrom('lessonReading').select(['lessonId', 'version']).execute()
  const tokenOf = (cookie: string | null) => cookie?.match(/^attune-learner=([\w-]{43});/)?.[1] ?? ''

  test('marking sets the cookie for 180 days and leads back to where the mark stands', async () => {
    const { cookie, ...answer } = await post('')
    expect(answer).toEqual({ status: 303, location: `/lessons/${lessonId}#read`, json: null, kept: 'no-store' })
    expect(cookie).toBe(`attune-learner=${tokenOf(cookie)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=15552000`)
    expect(await readings()).toEqual([{ lessonId, version: lesson?.version }])
    expect(tokenOf((await post('', { token: tokenOf(cookie) })).cookie)).toBe(tokenOf(cookie))
    expect(await readings()).toHaveLength(1)
  })

  test('on a shared computer the cookie goes with the browser', async () => {
    const { cookie } = await post('shared=yes')
    expect(cookie).toBe(`attune-learner=${tokenOf(cookie)}; Path=/; HttpOnly; SameSite=Lax`)
  })

  test('who came from a course goes back to it', async () => {
    expect(await post('from=core')).toMatchObject({ status: 303, location: '/courses/core' })
  })

  test.each(['from=//example.org', 'from=..%2Fsupport', 'from=', 'from=core&from=core', 'to=core', 'shared=no'])(
    'a form that says %s is refused, and nothing is kept',
    async (body) => {
      const location = `/lessons/${lessonId}?notice=invalid_input`
      expect(await post(body)).toMatchObject({ status: 303, location, cookie: null })
      expect(await readings()).toEqual([])
    }
  )

  test('whose sign-in has run out is told so once, and nothing is kept apart from the account', async () => {
    const { cookie } = await aPerson(record.db, { isShared: true, now: new Date(Date.now() - 15 * 60_000) })
    const signIn = `/sign-in?next=${encodeURIComponent(`/lessons/${lessonId}`)}&notice=not_signed_in`
    const gone = 'attune.session_token=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0'
    const told = { location: null, cookie: gone, kept: 'no-store' }
    expect(await post('', { headers: { cookie }, isScript: true })).toEqual({
      ...told,
      status: 401,
      json: { error: 'not_signed_in', next: signIn }
    })
    expect(await post('from=starter', { headers: { cookie } })).toEqual({
      ...told,
      status: 303,
      location: signIn,
      json: null
    })
    expect(await readings()).toEqual([])
    expect(await record.db.selectFrom('learner').select('id').execute()).toEqual([])
    expect(await post('')).toMatchObject({ status: 303, location: `/lessons/${lessonId}#read` })
  })

  test('a lesson that is not here, and another site, mark nothing', async () => {
    expect(await post('', { id: 'no/where' })).toMatchObject({
      location: '/lessons/no%2Fwhere?notice=lesson_not_found',
      cookie: null
    })
    expect(await post('', { headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject({
      location: `/lessons/${lessonId}?notice=cross_site`,
      cookie: null
    })
    expect(await record.db.selectFrom('learner').select('id').execute()).toEqual([])
  })
})
