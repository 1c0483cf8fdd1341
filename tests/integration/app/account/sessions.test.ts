import { beforeEach, describe, expect, test } from 'vitest'
import { POST as endOne } from '#app/account/sessions/[sessionId]/end/route.ts'
import { POST as endAll } from '#app/account/sessions/end-all/route.ts'
import { POST as forget } from '#app/learn/forget/route.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { listSessions } from '#server/people/sessions/queries.ts'
import { later, night } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, read, useDoorsOn } from '#tests/helpers/doors.ts'
import { aPerson, aSession } from '#tests/helpers/people.ts'

const none = 'attune.session_token=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0'

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  beforeEach(() => useDoorsOn(record.db))

  const behind = (cookie: string) => personBehind(record.db, new Headers({ cookie }))
  const end = (cookie: string, sessionId: string) =>
    endOne(aPost('', { headers: { cookie } }), { params: Promise.resolve({ sessionId }) })

  test('lists where somebody is signed in, the latest used first, without what has run out', async () => {
    const { person } = await aPerson(record.db, { now: night })
    await aSession(record.db, { userId: person.userId, isShared: true, now: later(10) })
    await aPerson(record.db, { now: night })
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36'
    await record.db.updateTable('session').set({ userAgent }).where('id', '=', person.sessionId).execute()
    const mine = { id: person.sessionId, since: night.toISOString(), lastSeenAt: night.toISOString() }
    const own = { ...mine, browser: 'Chrome on Linux', isShared: false }
    const at = later(10).toISOString()
    const shared = { id: expect.any(String), since: at, lastSeenAt: at, browser: 'A browser', isShared: true }
    const listed = (now: Date) => listSessions(record.db, { userId: person.userId, now })
    expect(await listed(later(24))).toEqual([shared, own])
    expect(await listed(later(25))).toEqual([own])
  })

  test('one sign-in is ended from another browser', async () => {
    const { person, cookie } = await aPerson(record.db)
    const other = await aSession(record.db, { userId: person.userId })
    const there = (await behind(other))?.sessionId ?? ''
    expect(await read(await end(cookie, there))).toMatchObject({
      status: 303,
      location: '/account/sessions?notice=signed_out_there',
      cookie: null
    })
    expect(await behind(other)).toBeUndefined()
    expect(await behind(cookie)).toBeDefined()
  })

  test('ending this one signs out here', async () => {
    const { person, cookie } = await aPerson(record.db)
    expect(await read(await end(cookie, person.sessionId))).toMatchObject({
      location: '/sign-in?notice=signed_out',
      cookie: none
    })
    expect(await behind(cookie)).toBeUndefined()
  })

  test('nobody ends what is not theirs', async () => {
    const [{ cookie }, other] = [await aPerson(record.db), await aPerson(record.db)]
    for (const id of [other.person.sessionId, 'x', "' or 1=1 --"])
      expect((await read(await end(cookie, id))).location).toBe('/account/sessions?notice=session_not_found')
    expect(await behind(other.cookie)).toBeDefined()
  })

  test('all are ended at once, and nobody else’s', async () => {
    const [{ person, cookie }, other] = [await aPerson(record.db), await aPerson(record.db)]
    const second = await aSession(record.db, { userId: person.userId })
    expect(await read(await endAll(aPost('', { headers: { cookie } })))).toMatchObject({
      status: 303,
      location: '/sign-in?notice=signed_out_everywhere',
      cookie: none
    })
    expect([await behind(cookie), await behind(second)]).toEqual([undefined, undefined])
    expect(await behind(other.cookie)).toBeDefined()
  })

  test('clearing this computer signs out here, and leaves the account', async () => {
    const { person, cookie } = await aPerson(record.db)
    const elsewhere = await aSession(record.db, { userId: person.userId })
    const cleared = await forget(aPost('', { headers: { cookie } }))
    expect(cleared.headers.getSetCookie()).toEqual([none.replace('attune.session_token', 'attune-learner'), none])
    expect(await behind(cookie)).toBeUndefined()
    expect(await behind(elsewhere)).toMatchObject({ userId: person.userId })
  })

  test('a form posted after an idle sign-out leads to signing in and back to its page', async () => {
    const { person, cookie } = await aPerson(record.db, { isShared: true })
    const idle = new Date(Date.now() - 15 * 60_000).toISOString()
    await record.db.updateTable('session').set({ lastSeenAt: idle }).where('id', '=', person.sessionId).execute()
    expect(await read(await endAll(aPost('', { headers: { cookie } })))).toMatchObject({
      status: 303,
      location: '/sign-in?next=%2Faccount%2Fsessions&notice=not_signed_in'
    })
  })
})
