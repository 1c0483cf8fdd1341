import { beforeEach, describe, expect, test } from 'vitest'
import { POST as signOut } from '#app/sign-in/out/route.ts'
import { POST as giveTeam } from '#app/team/file/route.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { sessionCookieName, signedToken } from '#server/people/auth/session-cookie.ts'
import { changeMembership } from '#server/people/organizations/change-membership.ts'
import { newToken } from '#server/record/ids.ts'
import { aJar } from '#tests/helpers/browser-cookies.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { aPost, useDoorsOn } from '#tests/helpers/doors.ts'
import { useMails } from '#tests/helpers/mails.ts'
import { anOrganization, aPerson } from '#tests/helpers/people.ts'
import { anAccount, doors, email, post, secret } from '../integration/app/sign-in/journey.ts'

const settings = { publicUrl: 'http://localhost:3000' }

describe.each(engines)('a session on %s', (engine) => {
  const record = useRecord(engine)
  const mails = useMails()
  beforeEach(() => useDoorsOn(record.db))
  const behind = (cookie: string) => personBehind(record.db, new Headers({ cookie }))

  test('that somebody planted before signing in is not the one that is signed in to', async () => {
    await anAccount(mails)
    const planted = `${sessionCookieName(settings)}=${signedToken(newToken())}`
    const jar = aJar()
    await post(doors.password, { email, password: secret }, { jar, headers: { cookie: planted } })
    expect(await behind(jar.header())).toMatchObject({ email })
    expect(jar.header()).not.toContain(planted)
    expect(await behind(planted)).toBeUndefined()
  })

  test('of somebody else in this browser ends where another person signs in', async () => {
    await anAccount(mails)
    const { cookie, person } = await aPerson(record.db)
    const jar = aJar()
    await post(doors.password, { email, password: secret }, { jar, headers: { cookie } })
    expect((await behind(jar.header()))?.userId).not.toBe(person.userId)
    expect(await behind(cookie)).toBeUndefined()
  })

  test.each([
    ['another signature', (value: string) => `${value.slice(0, -4)}AAA%3D`],
    ['no signature', (value: string) => value.replace(/\..*$/, '')],
    ['an empty signature', (value: string) => value.replace(/\..*$/, '.')],
    ['another token under the same signature', (value: string) => `A${value.slice(1)}`],
    ['a signature of longer letters', (value: string) => value.replace(/\..*$/, `.${'%C3%A9'.repeat(44)}`)],
    ['a broken escape', () => '%E0%A4%A'],
    ['nothing', () => '']
  ])('cookie with %s names nobody', async (_, forged) => {
    const { cookie } = await aPerson(record.db)
    const [name, value = ''] = cookie.split('=')
    expect(await behind(`${name}=${value}`)).toBeDefined()
    expect(await behind(`${name}=${forged(value)}`)).toBeUndefined()
  })

  test('ends at once for every copy of its cookie by signing out, from this site alone', async () => {
    const { cookie } = await aPerson(record.db)
    await signOut(aPost('', { headers: { cookie, origin: 'https://elsewhere.example' } }))
    expect(await behind(cookie)).toBeDefined()
    const left = await signOut(aPost('', { headers: { cookie } }))
    expect(left.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await behind(cookie)).toBeUndefined()
  })

  test('loses a role with the next request after it is taken', async () => {
    const organizationId = await anOrganization(record.db)
    const { person: actor } = await aPerson(record.db, { roles: [[organizationId, 'admin']], hasSecondFactor: true })
    const manager = await aPerson(record.db, { roles: [[organizationId, 'manager']] })
    const form = new URLSearchParams({ organization: organizationId }).toString()
    const ask = async () => {
      const { headers } = await giveTeam(aPost(form, { headers: { cookie: manager.cookie }, isScript: true }))
      return headers.get('content-type')
    }
    expect(await ask()).toContain('text/csv')
    const { userId } = manager.person
    const change = { actor, organizationId, userId, departmentId: null, managesAll: true, now: new Date() }
    await changeMembership(record.db, { ...change, roles: ['learner'], seen: 'manager//all' })
    expect(await ask()).toContain('application/json')
  })
})
