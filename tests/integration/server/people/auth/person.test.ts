import { describe, expect, test } from 'vitest'
import { personBehind } from '#server/people/auth/person.ts'
import { later, night } from '#tests/helpers/attempts.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'

const past = (milliseconds: number) => new Date(night.getTime() + milliseconds)
const hours = 3_600_000

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  const behind = (cookie: string, now: Date) => personBehind(record.db, new Headers({ cookie }), now)
  const sessions = () => record.db.selectFrom('session').select('lastSeenAt').execute()

  test('a cookie names who is signed in, with the roles they hold', async () => {
    const here = await anOrganization(record.db)
    const email = 'kim@example.org'
    const { person, cookie } = await aPerson(record.db, { roles: [[here, 'manager']], email, now: night })
    expect(await behind(`theme=dark; ${cookie}`, later(1))).toEqual({
      userId: person.userId,
      email,
      name: 'Kim Doe',
      sessionId: person.sessionId,
      isShared: false,
      memberships: [{ organizationId: here, departmentId: null, role: 'manager' }],
      hasSecondFactor: false
    })
  })

  test('a cookie that is altered, unsigned or unknown names nobody', async () => {
    const { cookie } = await aPerson(record.db, { now: night })
    const [name, value] = cookie.split('=')
    const token = decodeURIComponent(value ?? '').split('.')[0]
    for (const other of [`${name}=${token}`, `${name}=${token}.`, `${name}=x${value}`, `${name}=%`, `${name}=`, ''])
      expect(await behind(other, later(1))).toBeUndefined()
  })

  test('on a shared computer a session ends after exactly 15 minutes without a request', async () => {
    const { cookie } = await aPerson(record.db, { isShared: true, now: night })
    expect(await behind(cookie, past(15 * 60_000 - 1))).toMatchObject({ isShared: true })
    expect(await behind(cookie, past(30 * 60_000 - 2))).toMatchObject({ isShared: true })
    expect(await behind(cookie, past(45 * 60_000 - 2))).toBeUndefined()
    expect(await sessions()).toEqual([])
    expect(await behind(cookie, past(45 * 60_000 - 2))).toBeUndefined()
  })

  test('a shared session ends after 12 hours however often it is used', async () => {
    const { cookie } = await aPerson(record.db, { isShared: true, now: night })
    for (let minutes = 10; minutes < 720; minutes += 10) expect(await behind(cookie, later(minutes))).toBeDefined()
    expect(await behind(cookie, later(720))).toBeUndefined()
  })

  test('on one’s own computer it ends after 7 days without a request, and after 30 days in all', async () => {
    const { cookie } = await aPerson(record.db, { now: night })
    for (const day of [6, 12, 18, 24]) expect(await behind(cookie, past(day * 24 * hours))).toBeDefined()
    expect(await behind(cookie, past(30 * 24 * hours))).toBeUndefined()
    const idle = await aPerson(record.db, { now: night })
    expect(await behind(idle.cookie, past(7 * 24 * hours))).toBeUndefined()
  })

  test('the last request is noted to the half minute', async () => {
    const { cookie } = await aPerson(record.db, { now: night })
    await behind(cookie, past(29_999))
    expect(await sessions()).toEqual([{ lastSeenAt: night.toISOString() }])
    await behind(cookie, past(30_000))
    expect(await sessions()).toEqual([{ lastSeenAt: past(30_000).toISOString() }])
  })

  test('a second factor counts for 12 hours', async () => {
    const { cookie } = await aPerson(record.db, { hasSecondFactor: true, now: night })
    expect(await behind(cookie, past(12 * hours - 1))).toMatchObject({ hasSecondFactor: true })
    expect(await behind(cookie, past(12 * hours))).toMatchObject({ hasSecondFactor: false })
  })
})
