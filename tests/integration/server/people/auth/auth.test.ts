import { getMigrations } from 'better-auth/db/migration'
import { describe, expect, test } from 'vitest'
import { type Env, parseEnv } from '#server/env.ts'
import { makeAuth } from '#server/people/auth/auth.ts'
import { noSessionCookie, sessionCookieName, sessionTokenIn } from '#server/people/auth/session-cookie.ts'
import { engines, useRecord } from '#tests/helpers/db.ts'
import { useMails } from '#tests/helpers/mails.ts'

const email = 'kim@example.org'
const password = 'three unrelated words'

function settingsFor(source: Record<string, string>): Env {
  return parseEnv({ DATA_DIR: process.env.DATA_DIR, NODE_ENV: 'test', ...source })
}

describe('SQLite alone', () => {
  const record = useRecord('SQLite')

  test('our migrations hold every table and column that better-auth asks for', async () => {
    const plan = await getMigrations(makeAuth(record.db, settingsFor({})).options)
    expect({ create: plan.toBeCreated, add: plan.toBeAdded }).toEqual({ create: [], add: [] })
  })
})

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  const mails = useMails()

  /** Signs up, confirms and signs in by the address that the settings name; gives the session's Set-Cookie header. */
  async function sessionCookie(settings: Env, headers: Record<string, string> = {}): Promise<string> {
    const auth = makeAuth(record.db, settings)
    const ask = (path: string, body?: object) =>
      auth.handler(
        new Request(`${settings.publicUrl}/api/auth${path}`, {
          headers: { origin: settings.publicUrl, 'content-type': 'application/json', ...headers },
          ...(body && { method: 'POST', body: JSON.stringify(body) })
        })
      )
    await ask('/sign-up/email', { name: 'Kim', email, password })
    await ask(`/verify-email?token=${mails.last().link?.searchParams.get('token')}`)
    const answer = await ask('/sign-in/email', { email, password })
    return answer.headers.getSetCookie().find((each) => each.includes('session_token')) ?? ''
  }

  test('with https the session cookie is secure, and read and taken away under its own name', async () => {
    const settings = settingsFor({ PUBLIC_URL: 'https://training.example.org', TRUST_PROXY: 'yes' })
    const cookie = await sessionCookie(settings)
    expect(cookie).toMatch(
      /^__Secure-attune\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/
    )
    expect(sessionTokenIn(cookie.split(';')[0] ?? null, settings)).toMatch(/^\w{32}$/)
    expect(noSessionCookie(settings)).toBe(
      '__Secure-attune.session_token=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure'
    )
  })

  test('without https it is not, and says nothing of what is taught', async () => {
    const settings = settingsFor({ PUBLIC_URL: 'http://training.example.org' })
    expect(await sessionCookie(settings)).toMatch(
      /^attune\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/
    )
    expect(sessionCookieName(settings)).toBe('attune.session_token')
  })

  test('no network address is kept, whether or not a proxy names one', async () => {
    const proxied = settingsFor({ PUBLIC_URL: 'https://training.example.org', TRUST_PROXY: 'yes' })
    await sessionCookie(proxied, { 'x-forwarded-for': '192.0.2.7' })
    const tables = await Promise.all(
      (['session', 'rateLimit', 'verification'] as const).map((table) =>
        record.db.selectFrom(table).selectAll().execute()
      )
    )
    expect(JSON.stringify(tables)).not.toMatch(/192\.0\.2|127\.0\.0/)
  })

  test('floods are held off for each network address that a trusted proxy names', async () => {
    const settings = settingsFor({ PUBLIC_URL: 'https://training.example.org', TRUST_PROXY: 'yes' })
    const auth = makeAuth(record.db, settings)
    const ask = async (address: string) => {
      const headers = { 'x-forwarded-for': address }
      return (await auth.handler(new Request(`${settings.publicUrl}/api/auth/ok`, { headers }))).status
    }
    const asked = await Promise.all(Array.from({ length: 125 }, () => ask('192.0.2.7')))
    expect(asked.filter((status) => status === 200)).toHaveLength(120)
    expect(asked.filter((status) => status === 429)).toHaveLength(5)
    expect(await ask('192.0.2.8')).toBe(200)
  })

  test('times in better-auth’s tables are ISO-8601 text that sorts, and truth is 0 or 1', async () => {
    await sessionCookie(settingsFor({}))
    const user = await record.db.selectFrom('user').selectAll().executeTakeFirstOrThrow()
    const session = await record.db.selectFrom('session').selectAll().executeTakeFirstOrThrow()
    for (const at of [user.createdAt, session.expiresAt, session.lastSeenAt])
      expect(new Date(at).toISOString()).toBe(at)
    expect([user.emailVerified, session.isShared]).toEqual([1, 0])
    const found = await record.db.selectFrom('session').select('id').where('expiresAt', '>', new Date().toISOString())
    expect(await found.execute()).toEqual([{ id: session.id }])
  })
})
