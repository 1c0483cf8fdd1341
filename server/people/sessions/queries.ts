import { isOver } from '#server/people/auth/person.ts'
import type { Db } from '#server/record/db/schema.ts'

/** One browser somebody is signed in with; `since` and `lastSeenAt` are ISO-8601 times. */
export type OpenSession = {
  id: string
  since: string
  lastSeenAt: string
  browser: string
  isShared: boolean
}

/** @returns where somebody is signed in, the latest used first. */
export async function listSessions(db: Db, { userId, now }: { userId: string; now: Date }): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'createdAt', 'lastSeenAt', 'expiresAt', 'userAgent', 'isShared'])
    .where('userId', '=', userId)
    .orderBy('lastSeenAt', 'desc')
    .orderBy('id')
    .execute()
  return rows
    .filter((row) => !isOver(row, now))
    .map(({ id, createdAt, lastSeenAt, userAgent, isShared }) => ({
      id,
      since: createdAt,
      lastSeenAt,
      browser: browserIn(userAgent ?? ''),
      isShared: isShared === 1
    }))
}

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari']
] as const

const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux']
] as const

function browserIn(userAgent: string): string {
  const browser = browsers.find(([mark]) => userAgent.includes(mark))?.[1] ?? 'A browser'
  const system = systems.find(([mark]) => userAgent.includes(mark))?.[1]
  return system ? `${browser} on ${system}` : browser
}
