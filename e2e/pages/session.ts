import type { BrowserContext } from '@playwright/test'
import type { Person } from '#server/people/auth/person.ts'
import { sessionCookieName, signedToken } from '#server/people/auth/session-cookie.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { RunningServer } from '../server.ts'

/** A session cookie by its parts, as a browser keeps it. */
export type SessionCookie = { name: string; value: string }

/** @returns the cookie of a session that the record of a running server holds, signed with that server's secret. */
export async function cookieOf(
  db: Db,
  { origin, dataDir }: Pick<RunningServer, 'origin' | 'dataDir'>,
  { sessionId }: Pick<Person, 'sessionId'>
): Promise<SessionCookie> {
  const { token } = await db.selectFrom('session').select('token').where('id', '=', sessionId).executeTakeFirstOrThrow()
  const settings = { publicUrl: origin, dataDir }
  return { name: sessionCookieName(settings), value: signedToken(token, settings) }
}

/** Signs a browser in with a session cookie. */
export async function putCookie(context: BrowserContext, server: RunningServer, cookie: SessionCookie): Promise<void> {
  await context.addCookies([{ ...cookie, url: server.origin, httpOnly: true }])
}
