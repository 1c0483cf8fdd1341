import { type Env, env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { addressIn } from '#server/requests.ts'
import { authOn } from './auth.ts'
import { sessionCookieName, sessionTokenIn } from './session-cookie.ts'
import { sharedHeader } from './session-shape.ts'

/** What better-auth is asked, and by whom. `isShared` is what somebody signing in says of their computer. */
export type Question = {
  request: Request
  path: string
  body?: Record<string, string | boolean>
  isShared?: boolean
}

/** Its answer: `code` names a fault; `cookies` are whole Set-Cookie headers. */
export type Answer = { isDone: boolean; code: string; body: Record<string, unknown>; cookies: string[] }

const passedOn = ['cookie', 'user-agent']

/**
 * Asks better-auth on behalf of whoever posted a form, through its own door, so that what it limits and hooks holds.
 * @throws `too_many_tries`
 */
export async function askAuth(db: Db, { request, path, body, isShared }: Question): Promise<Answer> {
  const headers = new Headers({ origin: env().publicUrl, 'content-type': 'application/json' })
  for (const name of passedOn) headers.set(name, request.headers.get(name) ?? '')
  // One address: of several hops better-auth would believe none, and count all people together.
  headers.set('x-forwarded-for', addressIn(request.headers))
  if (isShared !== undefined) headers.set(sharedHeader, isShared ? '1' : '0')
  const asked = body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers }
  const response = await passOn(db, new Request(`${env().publicUrl}/api/auth${path}`, asked))
  if (response.status === 429) throw new AppError('too_many_tries')
  const said = await bodyOf(response)
  return { isDone: response.ok, code: String(said.code ?? ''), body: said, cookies: response.headers.getSetCookie() }
}

/** Hands a request to better-auth. The session cookie of a shared computer goes with the browser. */
export async function passOn(db: Db, request: Request): Promise<Response> {
  const response = await authOn(db).handler(request)
  const cookies = response.headers.getSetCookie()
  await endReplaced(db, { before: request.headers.get('cookie'), cookies })
  const headers = new Headers(response.headers)
  headers.delete('set-cookie')
  headers.set('cache-control', 'no-store')
  for (const each of cookies) headers.append('set-cookie', await settled(db, each, env()))
  return new Response(response.body, { status: response.status, headers })
}

// Who signs in again, or by a stronger way, leaves no second session behind in the same browser.
async function endReplaced(db: Db, { before, cookies }: { before: string | null; cookies: string[] }): Promise<void> {
  const old = sessionTokenIn(before)
  const fresh = cookies.map((each) => sessionTokenIn(each.split(';')[0] ?? null)).find((token) => token !== undefined)
  if (old && fresh && old !== fresh) await db.deleteFrom('session').where('token', '=', old).execute()
}

async function settled(db: Db, cookie: string, settings: Env): Promise<string> {
  if (!cookie.startsWith(`${sessionCookieName(settings)}=`)) return cookie
  const token = sessionTokenIn(cookie.split(';')[0] ?? null, settings)
  const row = token ? await findShared(db, token) : undefined
  return row?.isShared === 1 ? cookie.replace(/; *Max-Age=\d+/i, '') : cookie
}

function findShared(db: Db, token: string) {
  return db.selectFrom('session').select('isShared').where('token', '=', token).executeTakeFirst()
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  const said: unknown = await response.json().catch(() => undefined)
  return typeof said === 'object' && said !== null ? { ...said } : {}
}
