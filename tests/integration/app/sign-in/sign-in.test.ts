import { beforeEach, describe, expect, test } from 'vitest'
import { personBehind } from '#server/people/auth/person.ts'
import { aJar, type Jar } from '#tests/helpers/browser-cookies.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { useDoorsOn } from '#tests/helpers/doors.ts'
import { useMails } from '#tests/helpers/mails.ts'
import { anAccount, doors, email, post, secret } from './journey.ts'

const to = (response: Response) => ({ status: response.status, location: response.headers.get('location') })
const token = (link: URL | undefined) => link?.searchParams.get('token') ?? ''

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  const mails = useMails()
  beforeEach(() => useDoorsOn(record.db))

  const behind = (jar: Jar) => personBehind(record.db, new Headers({ cookie: jar.header() }))
  const count = async (table: 'user' | 'session' | 'account') =>
    (await record.db.selectFrom(table).select('id').execute()).length

  describe('a new account', () => {
    test('is confirmed by mail, and then signs in with its password', async () => {
      const made = await post(doors.create, { name: 'Kim Doe', email: 'Kim@Example.org ', password: secret })
      expect(to(made)).toEqual({ status: 303, location: '/sign-in?notice=mail_sent' })
      const { link, ...mail } = mails.last()
      expect(mail).toEqual({ to: email, subject: 'Confirm your address' })
      expect(link?.href.replace(/token=.*/, '')).toBe('http://localhost:3000/sign-in/confirm?')

      const early = await post(doors.password, { email, password: secret })
      expect(to(early).location).toBe('/sign-in?notice=sign_in_failed')
      expect(await count('session')).toBe(0)

      const confirmed = await post(doors.confirm, { token: token(link) })
      expect(to(confirmed)).toEqual({ status: 303, location: '/sign-in?notice=address_confirmed' })
      expect(await count('session')).toBe(0)

      const jar = aJar()
      const signedIn = await post(doors.password, { email, password: secret }, { jar, address: '/?next=/courses' })
      expect(to(signedIn)).toEqual({ status: 303, location: '/courses' })
      expect(await behind(jar)).toMatchObject({ email, name: 'Kim Doe', isShared: false, hasSecondFactor: false })
    })

    test('is stored as text and whole numbers, with a password that is hashed', async () => {
      await anAccount(mails)
      await post(doors.password, { email, password: secret })
      const [user] = await record.db.selectFrom('user').selectAll().execute()
      const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
      const id = expect.stringMatching(/^[\w-]{22}$/)
      expect(user).toEqual({
        id,
        name: 'Kim Doe',
        email,
        emailVerified: 1,
        image: null,
        createdAt: iso,
        updatedAt: iso,
        twoFactorEnabled: 0
      })
      const [session] = await record.db.selectFrom('session').selectAll().execute()
      expect(session).toEqual({
        id,
        token: expect.any(String),
        userId: user?.id,
        createdAt: iso,
        updatedAt: iso,
        expiresAt: iso,
        lastSeenAt: iso,
        ipAddress: null,
        userAgent: '',
        isShared: 0,
        strength: 'one-factor'
      })
      const [account] = await record.db.selectFrom('account').select(['password', 'providerId']).execute()
      expect(account).toEqual({ providerId: 'credential', password: expect.not.stringContaining(secret) })
    })

    test('needs a password of 12 to 128 characters, an address and a name', async () => {
      const form = { name: 'Kim', email, password: secret }
      const at = async (changes: object) => to(await post(doors.create, { ...form, ...changes })).location
      expect(await at({ password: 'x'.repeat(11) })).toBe('/sign-in/new?notice=password_short')
      expect(await at({ password: 'x'.repeat(129) })).toBe('/sign-in/new?notice=password_short')
      expect(await at({ email: 'kim' })).toBe('/sign-in/new?notice=address_invalid')
      expect(await at({ name: ' ' })).toBe('/sign-in/new?notice=invalid_input')
      expect(await count('user')).toBe(0)
      expect(await at({ password: 'x'.repeat(12) })).toBe('/sign-in?notice=mail_sent')
    })
  })

  describe('a sign-in link', () => {
    async function aLink() {
      await anAccount(mails)
      const sent = await post(doors.sendLink, { email }, { address: '/?next=/courses' })
      expect(to(sent)).toEqual({ status: 303, location: '/sign-in?next=%2Fcourses&notice=mail_sent' })
      return mails.last()
    }

    test('signs in once, and leads to where somebody was going', async () => {
      const { link, ...mail } = await aLink()
      expect(mail).toEqual({ to: email, subject: 'Your sign-in link' })
      expect(link?.searchParams.get('next')).toBe('/courses')
      const [jar, other] = [aJar(), aJar()]
      const first = await post(doors.openLink, { token: token(link) }, { jar, address: '/?next=/courses' })
      expect(to(first)).toEqual({ status: 303, location: '/courses' })
      expect(await behind(jar)).toMatchObject({ email, hasSecondFactor: false })
      const second = await post(doors.openLink, { token: token(link) }, { jar: other })
      expect(to(second).location).toBe('/sign-in?notice=link_invalid')
      expect(await behind(other)).toBeUndefined()
    })

    test('ends after 15 minutes, and is stored as a hash alone', async () => {
      const { link } = await aLink()
      const rows = await record.db.selectFrom('verification').selectAll().execute()
      expect(JSON.stringify(rows)).not.toContain(token(link))
      const [row] = rows
      expect(Math.round((Date.parse(row?.expiresAt ?? '') - Date.parse(row?.createdAt ?? '')) / 1000)).toBe(900)
      const past = new Date(Date.now() - 1).toISOString()
      await record.db.updateTable('verification').set({ expiresAt: past }).execute()
      expect(to(await post(doors.openLink, { token: token(link) })).location).toBe('/sign-in?notice=link_invalid')
    })
  })

  describe('cookies', () => {
    const session = (jar: Jar) => jar.kept().find((each) => each.startsWith('attune.session_token='))

    test('on one’s own computer the session cookie stays for 30 days', async () => {
      await anAccount(mails)
      const jar = aJar()
      await post(doors.password, { email, password: secret }, { jar })
      expect(session(jar)).toMatch(/^attune.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/i)
    })

    test('on a shared computer it goes with the browser, by password and by link', async () => {
      await anAccount(mails)
      const [one, other] = [aJar(), aJar()]
      await post(doors.password, { email, password: secret, shared: 'on' }, { jar: one })
      await post(doors.sendLink, { email })
      await post(doors.openLink, { token: token(mails.last().link), shared: 'on' }, { jar: other })
      for (const jar of [one, other]) {
        expect(session(jar)).toMatch(/^attune.session_token=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/i)
        expect(await behind(jar)).toMatchObject({ isShared: true })
      }
      const rows = await record.db.selectFrom('session').select(['createdAt', 'expiresAt']).execute()
      for (const { createdAt, expiresAt } of rows)
        expect(Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / 60_000)).toBe(720)
    })

    test('signing out ends the session and takes the cookie away', async () => {
      await anAccount(mails)
      const jar = aJar()
      await post(doors.password, { email, password: secret }, { jar })
      const out = await post(doors.signOut, {}, { jar })
      expect(to(out)).toEqual({ status: 303, location: '/sign-in?notice=signed_out' })
      expect(jar.header()).toBe('')
      expect(await count('session')).toBe(0)
    })
  })

  describe('nobody learns who has an account', () => {
    const answerTo = async (door: (request: Request) => Promise<Response>, form: Record<string, string>) => {
      const response = await post(door, form)
      return { ...to(response), cookies: response.headers.getSetCookie(), body: await response.text() }
    }

    test('from signing up, from a link, from a new password or from a wrong one', async () => {
      await anAccount(mails)
      const stranger = 'nobody@example.org'
      for (const [door, form] of [
        [doors.sendLink, {}],
        [doors.forgotten, {}],
        [doors.password, { password: 'not the password' }],
        [doors.create, { name: 'A', password: secret }]
      ] as const)
        expect(await answerTo(door, { ...form, email })).toEqual(await answerTo(door, { ...form, email: stranger }))
      expect(mails.all().filter(({ to }) => to === stranger)).toEqual([
        { to: stranger, subject: 'Confirm your address', link: expect.any(URL) }
      ])
    })

    test('from signing up and then trying that password', async () => {
      await anAccount(mails)
      const other = 'another password'
      await post(doors.create, { name: 'A', email, password: other })
      await post(doors.create, { name: 'A', email: 'new@example.org', password: other })
      const known = await answerTo(doors.password, { email, password: other })
      expect(known.location).toBe('/sign-in?notice=sign_in_failed')
      expect(await answerTo(doors.password, { email: 'new@example.org', password: other })).toEqual(known)
    })

    test('the owner of a known address is told that somebody tried', async () => {
      await anAccount(mails)
      await post(doors.create, { name: 'A', email, password: 'another password' })
      expect(mails.last()).toEqual({
        to: email,
        subject: 'You already have an account',
        link: new URL('http://localhost:3000/sign-in')
      })
      expect(to(await post(doors.password, { email, password: secret })).location).toBe('/')
      expect(await count('user')).toBe(1)
    })

    test('an unknown address costs the hashing of a password too', async () => {
      await anAccount(mails)
      const time = async (form: Record<string, string>) => {
        const begun = performance.now()
        await post(doors.password, form)
        return performance.now() - begun
      }
      await time({ email, password: 'warming up this' })
      const known = await time({ email, password: 'not the password' })
      const unknown = await time({ email: 'nobody@example.org', password: 'not the password' })
      expect(unknown).toBeGreaterThan(known / 4)
    })
  })

  describe('a new password', () => {
    test('is chosen with a link, once, and signs out everywhere', async () => {
      await anAccount(mails)
      const jar = aJar()
      await post(doors.password, { email, password: secret }, { jar })
      await post(doors.forgotten, { email })
      const { link, ...mail } = mails.last()
      expect(mail).toEqual({ to: email, subject: 'Choose a new password' })
      expect(link?.pathname).toBe('/sign-in/reset')
      const password = 'a newer password'
      const saved = await post(doors.reset, { token: token(link), password })
      expect(to(saved).location).toBe('/sign-in?notice=password_changed')
      expect(await behind(jar)).toBeUndefined()
      const again = await post(doors.reset, { token: token(link), password: 'yet another one' })
      expect(to(again).location).toBe('/sign-in/forgotten?notice=link_invalid')
      expect(to(await post(doors.password, { email, password: secret })).location).toBe(
        '/sign-in?notice=sign_in_failed'
      )
      expect(to(await post(doors.password, { email, password })).location).toBe('/')
    })
  })

  describe('guessing', () => {
    test('ten tries in a quarter of an hour, for one address; a right one begins anew', async () => {
      await anAccount(mails)
      const wrong = () => post(doors.password, { email: email.toUpperCase(), password: 'not the password' })
      for (let tries = 0; tries < 9; tries += 1)
        expect(to(await wrong()).location).toBe('/sign-in?notice=sign_in_failed')
      expect(to(await post(doors.password, { email, password: secret })).location).toBe('/')
      for (let tries = 0; tries < 10; tries += 1) await wrong()
      expect(to(await wrong()).location).toBe('/sign-in?notice=too_many_tries')
      expect(to(await post(doors.password, { email, password: secret })).location).toBe(
        '/sign-in?notice=too_many_tries'
      )
      expect(to(await post(doors.password, { email: 'other@example.org', password: secret })).location).toBe(
        '/sign-in?notice=sign_in_failed'
      )
      // The link stays a way in.
      expect(to(await post(doors.sendLink, { email })).location).toBe('/sign-in?notice=mail_sent')
    })

    test('five mails in a quarter of an hour, for one address', async () => {
      for (let sent = 0; sent < 5; sent += 1)
        expect(to(await post(doors.sendLink, { email })).location).toBe('/sign-in?notice=mail_sent')
      expect(to(await post(doors.forgotten, { email })).location).toBe('/sign-in/forgotten?notice=too_many_tries')
    })
  })

  test('a form from another site is refused', async () => {
    await anAccount(mails)
    const elsewhere: Record<string, string>[] = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]
    for (const headers of elsewhere)
      for (const door of Object.values(doors)) {
        const refused = await post(door, { email, password: secret }, { headers })
        expect(to(refused).location).toMatch(/[?&]notice=cross_site$/)
        expect(refused.headers.getSetCookie()).toEqual([])
      }
    expect(await count('session')).toBe(0)
  })

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example', 'javascript:alert(1)'])(
    'signing in never leads to %s',
    async (next) => {
      await anAccount(mails)
      const asked = { address: `/?next=${encodeURIComponent(next)}` }
      expect(to(await post(doors.password, { email, password: secret }, asked)).location).toBe('/')
      await post(doors.sendLink, { email }, asked)
      expect(mails.last().link?.searchParams.get('next')).toBeNull()
      expect(to(await post(doors.openLink, { token: token(mails.last().link) }, asked)).location).toBe('/')
    }
  )
})
