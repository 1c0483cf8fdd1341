import { createHmac } from 'node:crypto'
import { type Env, env } from '#server/env.ts'
import { isSameSecret, readSecrets } from '#server/secrets.ts'

/** What all cookies of accounts begin with; their names say nothing of what is taught here. */
export const cookiePrefix = 'attune'

type Settings = Pick<Env, 'publicUrl' | 'dataDir'>

/** @returns the name of the cookie that names a session, which tells browsers whether it needs https. */
export function sessionCookieName({ publicUrl }: Pick<Env, 'publicUrl'>): string {
  return `${publicUrl.startsWith('https:') ? '__Secure-' : ''}${cookiePrefix}.session_token`
}

/** @returns the token in the session cookie of a Cookie header, where its signature is ours. */
export function sessionTokenIn(cookieHeader: string | null, settings: Settings = env()): string | undefined {
  const name = sessionCookieName(settings)
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
  const signed = value && decoded(value)
  if (!signed) return undefined
  const at = signed.lastIndexOf('.')
  const token = signed.slice(0, at)
  return at > 0 && isSameSecret(signed.slice(at + 1), signatureOf(token, settings)) ? token : undefined
}

/** @returns a session's token as it stands in its cookie: signed as better-auth signs. */
export function signedToken(token: string, settings: Settings = env()): string {
  return encodeURIComponent(`${token}.${signatureOf(token, settings)}`)
}

/** @returns the Set-Cookie header that takes the session cookie away. */
export function noSessionCookie(settings: Pick<Env, 'publicUrl'> = env()): string {
  const secure = settings.publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${sessionCookieName(settings)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure}`
}

function signatureOf(token: string, { dataDir }: Settings): string {
  return createHmac('sha256', readSecrets(dataDir).cookieSecret).update(token).digest('base64')
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
