import { beforeEach, describe, expect, test } from 'vitest'
import { POST as begin } from '#app/account/security/app/begin/route.ts'
import { POST as newCodes } from '#app/account/security/app/codes/route.ts'
import { POST as confirmApp } from '#app/account/security/app/confirm/route.ts'
import { POST as off } from '#app/account/security/app/off/route.ts'
import { POST as changePassword } from '#app/account/security/password/route.ts'
import { GET as authGet, POST as authPost } from '#app/api/auth/[...all]/route.ts'
import { findPendingApp } from '#server/people/auth/pending-app.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { resetFactors } from '#server/people/auth/reset-factors.ts'
import { codeOfApp } from '#tests/helpers/app-codes.ts'
import { aJar, type Jar } from '#tests/helpers/browser-cookies.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { useDoorsOn } from '#tests/helpers/doors.ts'
import { useMails } from '#tests/helpers/mails.ts'
import { aPerson } from '#tests/helpers/people.ts'
import { anAccount, doors, email, post, secret } from '../sign-in/journey.ts'

const at = (response: Response) => response.headers.get('location')

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  const mails = useMails()
  beforeEach(() => useDoorsOn(record.db))

  const behind = (jar: Jar) => personBehind(record.db, new Headers({ cookie: jar.header() }))
  const sessions = async () => (await record.db.selectFrom('session').select('id').execute()).length

  async function signedIn(form: Record<string, string> = {}): Promise<Jar> {
    const jar = aJar()
    await post(doors.password, { email, password: secret, ...form }, { jar })
    return jar
  }

  async function byLink(): Promise<Jar> {
    const jar = aJar()
    await post(doors.sendLink, { email })
    await post(doors.openLink, { token: mails.last().link?.searchParams.get('token') ?? '' }, { jar })
    return jar
  }

  /** An account with an app: its key, its backup codes, and the browser it was set up in. */
  async function anApp() {
    await anAccount(mails)
    const jar = await signedIn()
    await post(begin, { password: secret }, { jar })
    const person = await behind(jar)
    const pending = await findPendingApp(record.db, { userId: person?.userId ?? '', email })
    if (!pending) throw new Error('No app is being set up')
    await post(confirmApp, { code: codeOfApp(pending.secret) }, { jar })
    return { jar, key: pending.secret, codes: pending.backupCodes }
  }

  test('an app is set up with the password and its first code, and proves this session', async () => {
    await anAccount(mails)
    const jar = await signedIn()
    expect(at(await post(begin, { password: 'not the password' }, { jar }))).toBe(
      '/account/security?notice=password_wrong'
    )
    expect(at(await post(begin, { password: secret }, { jar }))).toBe('/account/security#app')
    const before = await behind(jar)
    const pending = await findPendingApp(record.db, { userId: before?.userId ?? '', email })
    expect(pending).toEqual({
      secret: expect.stringMatching(/^[A-Z2-7]{52}$/),
      address: `otpauth://totp/Attune:kim%40example.org?secret=${pending?.secret}&issuer=Attune&digits=6&period=30`,
      backupCodes: expect.any(Array)
    })
    expect(new Set(pending?.backupCodes).size).toBe(10)
    expect(at(await post(confirmApp, { code: '000000' }, { jar }))).toBe('/account/security?notice=code_wrong')
    expect(await behind(jar)).toMatchObject({ hasSecondFactor: false })

    const confirmed = await post(confirmApp, { code: codeOfApp(pending?.secret ?? '') }, { jar })
    expect(at(confirmed)).toBe('/account/security?notice=second_factor_on')
    expect(await behind(jar)).toMatchObject({ email, hasSecondFactor: true })
    expect((await behind(jar))?.sessionId).not.toBe(before?.sessionId)
    expect(await sessions()).toBe(1)
    expect(await findPendingApp(record.db, { userId: before?.userId ?? '', email })).toBeUndefined()
  })

  test('keys and backup codes are stored sealed', async () => {
    const { key, codes } = await anApp()
    const stored = JSON.stringify(await record.db.selectFrom('twoFactor').selectAll().execute())
    for (const shown of [key, ...codes]) expect(stored).not.toContain(shown)
  })

  test('a password alone no longer signs in; with a code of the app it does, with two factors', async () => {
    const { key } = await anApp()
    const jar = aJar()
    const half = await post(doors.password, { email, password: secret }, { jar, address: '/?next=/manage' })
    expect(at(half)).toBe('/sign-in/second-factor?next=%2Fmanage')
    expect(await behind(jar)).toBeUndefined()
    const wrong = await post(doors.check, { code: '000000' }, { jar, address: '/?next=/manage' })
    expect(at(wrong)).toBe('/sign-in/second-factor?next=%2Fmanage&notice=code_wrong')
    const right = await post(doors.check, { code: codeOfApp(key) }, { jar, address: '/?next=/manage' })
    expect(at(right)).toBe('/manage')
    expect(await behind(jar)).toMatchObject({ email, hasSecondFactor: true, isShared: false })
  })

  test('what was said of a shared computer before the code still holds after it', async () => {
    const { key } = await anApp()
    const jar = await signedIn({ shared: 'on' })
    await post(doors.check, { code: codeOfApp(key) }, { jar })
    expect(await behind(jar)).toMatchObject({ hasSecondFactor: true, isShared: true })
    expect(jar.kept().findLast((each) => each.startsWith('attune.session_token='))).not.toMatch(/max-age/i)
  })

  test('a backup code works once', async () => {
    const { codes } = await anApp()
    const [code = ''] = codes
    const [first, second] = [await signedIn(), await signedIn()]
    expect(at(await post(doors.check, { code }, { jar: first }))).toBe('/')
    expect(await behind(first)).toMatchObject({ hasSecondFactor: true })
    expect(at(await post(doors.check, { code }, { jar: second }))).toBe('/sign-in/second-factor?notice=code_wrong')
    expect(await behind(second)).toBeUndefined()
  })

  test('a link alone is one factor, and a code makes it two', async () => {
    const { key } = await anApp()
    const jar = await byLink()
    const before = await behind(jar)
    expect(before).toMatchObject({ hasSecondFactor: false })
    const raised = await post(doors.check, { code: codeOfApp(key) }, { jar, address: '/?next=/manage' })
    expect(at(raised)).toBe('/manage')
    const after = await behind(jar)
    expect(after).toMatchObject({ userId: before?.userId, hasSecondFactor: true })
    expect(after?.sessionId).not.toBe(before?.sessionId)
    expect(
      await record.db
        .selectFrom('session')
        .select('id')
        .where('id', '=', before?.sessionId ?? '')
        .execute()
    ).toEqual([])
  })

  test('one factor alone changes nothing of how somebody signs in', async () => {
    await anApp()
    const jar = await byLink()
    const form = { password: secret, new: 'another password', code: '000000' }
    for (const door of [begin, confirmApp, off, newCodes, changePassword])
      expect(at(await post(door, form, { jar }))).toBe(
        '/sign-in/second-factor?next=%2Faccount%2Fsecurity&notice=second_factor_needed'
      )
    const asked = new Request('http://localhost:3000/api/auth/passkey/generate-register-options', {
      headers: { cookie: jar.header() }
    })
    expect((await authGet(asked)).status).toBe(403)
  })

  test('codes are not guessed: six tries in a session, then a wait', async () => {
    const { key } = await anApp()
    const jar = await byLink()
    for (let tries = 0; tries < 6; tries += 1)
      expect(at(await post(doors.check, { code: '000000' }, { jar }))).toBe('/sign-in/second-factor?notice=code_wrong')
    const late = await post(doors.check, { code: codeOfApp(key) }, { jar })
    expect(at(late)).toBe('/sign-in/second-factor?notice=too_many_tries')
    expect(await behind(jar)).toMatchObject({ hasSecondFactor: false })
  })

  test('after five wrong codes the password has to be given again', async () => {
    const { key } = await anApp()
    const jar = await signedIn()
    for (let tries = 0; tries < 5; tries += 1) await post(doors.check, { code: '000000' }, { jar })
    await post(doors.check, { code: codeOfApp(key) }, { jar })
    expect(await behind(jar)).toBeUndefined()
  })

  test('without a password or a session, a code leads to signing in', async () => {
    const { key } = await anApp()
    const alone = await post(doors.check, { code: codeOfApp(key) }, { address: '/?next=/manage' })
    expect(at(alone)).toBe('/sign-in?next=%2Fmanage&notice=not_signed_in')
  })

  test('new backup codes come as a file and put the old ones out of use', async () => {
    const { jar, codes } = await anApp()
    const file = await post(newCodes, { password: secret }, { jar })
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="backup-codes.txt"')
    expect(file.headers.get('cache-control')).toBe('no-store')
    const [fresh = ''] = (await file.text()).split('\n').slice(2)
    const [old = ''] = codes
    const other = await signedIn()
    expect(at(await post(doors.check, { code: old }, { jar: other }))).toContain('code_wrong')
    expect(at(await post(doors.check, { code: fresh }, { jar: other }))).toBe('/')
  })

  test('switched off, the password signs in again, and the session has one factor', async () => {
    const { jar } = await anApp()
    expect(at(await post(off, { password: secret }, { jar }))).toBe('/account/security?notice=second_factor_off')
    expect(await behind(jar)).toMatchObject({ hasSecondFactor: false })
    expect(await behind(await signedIn())).toMatchObject({ email })
  })

  test('a changed password signs out everywhere else, and keeps how this session was proven', async () => {
    const { jar, key } = await anApp()
    const other = await signedIn()
    await post(doors.check, { code: codeOfApp(key) }, { jar: other })
    const changed = await post(changePassword, { password: secret, new: 'a newer password' }, { jar })
    expect(at(changed)).toBe('/account/security?notice=password_changed')
    expect(await behind(jar)).toMatchObject({ hasSecondFactor: true })
    expect(await behind(other)).toBeUndefined()
    expect(at(await post(doors.password, { email, password: secret }))).toBe('/sign-in?notice=sign_in_failed')
  })

  test('who lost it is let go of it by the operator, signed out, and in the audit log', async () => {
    const { jar } = await anApp()
    const [user] = await record.db.selectFrom('user').select('id').execute()
    expect(await resetFactors(record.db, { email: 'nobody@example.org', now: new Date() })).toBe(false)
    expect(await resetFactors(record.db, { email, now: new Date() })).toBe(true)
    expect(await behind(jar)).toBeUndefined()
    expect(await behind(await signedIn())).toMatchObject({ email, hasSecondFactor: false })
    expect(await record.db.selectFrom('auditEvent').select(['act', 'subjectId']).execute()).toEqual([
      { act: 'factors.reset', subjectId: user?.id }
    ])
  })

  test('nobody signed in is led to signing in and back', async () => {
    expect(at(await post(begin, { password: secret }))).toBe('/sign-in?next=%2Faccount%2Fsecurity&notice=not_signed_in')
  })

  test('nothing but passkeys is open to scripts', async () => {
    const { cookie } = await aPerson(record.db)
    for (const path of ['sign-in/email', 'sign-up/email', 'get-session', 'update-user', 'two-factor/disable', 'ok']) {
      const asked = new Request(`http://localhost:3000/api/auth/${path}`, {
        method: 'POST',
        body: '{}',
        headers: { cookie, origin: 'http://localhost:3000', 'content-type': 'application/json' }
      })
      expect((await authPost(asked)).status).toBe(404)
    }
  })

  test('passkeys are refused to another site, to strangers and to an idle session', async () => {
    const ask = async (path: string, headers: Record<string, string>, method = 'GET') =>
      (method === 'GET' ? authGet : authPost)(
        new Request(`http://localhost:3000/api/auth/passkey/${path}`, {
          method,
          ...(method === 'POST' && { body: '{"response":{"id":"x"}}' }),
          headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers }
        })
      )
    const elsewhere = { origin: 'https://evil.example' }
    expect((await ask('verify-authentication', elsewhere, 'POST')).status).toBe(403)
    expect((await ask('generate-register-options', {})).status).toBe(401)
    const { cookie, person } = await aPerson(record.db, { isShared: true })
    expect((await ask('generate-register-options', { cookie })).status).toBe(200)
    const idle = new Date(Date.now() - 15 * 60_000).toISOString()
    await record.db.updateTable('session').set({ lastSeenAt: idle }).where('id', '=', person.sessionId).execute()
    expect((await ask('generate-register-options', { cookie })).status).toBe(401)
  })
})
