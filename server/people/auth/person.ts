import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { noteSeenAfter, ownLifetime, secondFactorLasts, sharedLifetime } from './lifetime.ts'
import type { Actor } from './permissions.ts'
import { sessionTokenIn } from './session-cookie.ts'

/** Somebody signed in: who acts, and the session they act in. `isShared`: others use their computer. */
export type Person = Actor & { email: string; name: string; sessionId: string; isShared: boolean }

/**
 * Notes the request in the session. A session that has run out, or was without a request for too long, ends here.
 * @returns who is signed in where a request's headers come from
 */
export async function personBehind(db: Db, headers: Headers, now = new Date()): Promise<Person | undefined> {
  const token = sessionTokenIn(headers.get('cookie'))
  const found = token ? await findSession(db, token) : undefined
  if (!found) return undefined
  if (isOver(found, now)) {
    await db.deleteFrom('session').where('id', '=', found.id).execute()
    return undefined
  }
  await noteSeen(db, found, now)
  return {
    userId: found.userId,
    email: found.email,
    name: found.name,
    sessionId: found.id,
    isShared: found.isShared === 1,
    memberships: await membershipsOf(db, found.userId),
    hasSecondFactor: found.strength === 'two-factors' && since(found.createdAt, now) < secondFactorLasts
  }
}

/** The same. Throws `not_signed_in` where nobody is. */
export async function requirePersonBehind(db: Db, headers: Headers): Promise<Person> {
  const person = await personBehind(db, headers)
  if (!person) throw new AppError('not_signed_in')
  return person
}

/** @returns whether a session has run out by `now`, in all or without a request. */
export function isOver(
  session: { isShared: number; lastSeenAt: string; createdAt: string; expiresAt: string },
  now: Date
): boolean {
  const { idle, whole } = session.isShared === 1 ? sharedLifetime : ownLifetime
  if (Date.parse(session.expiresAt) <= now.getTime()) return true
  return since(session.lastSeenAt, now) >= idle || since(session.createdAt, now) >= whole
}

type FoundSession = NonNullable<Awaited<ReturnType<typeof findSession>>>

function findSession(db: Db, token: string) {
  return db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select(['session.id', 'session.userId', 'session.isShared', 'session.lastSeenAt', 'session.createdAt'])
    .select(['session.expiresAt', 'session.strength', 'user.email', 'user.name'])
    .where('session.token', '=', token)
    .executeTakeFirst()
}

async function noteSeen(db: Db, session: FoundSession, now: Date): Promise<void> {
  if (since(session.lastSeenAt, now) < noteSeenAfter) return
  await db.updateTable('session').set({ lastSeenAt: now.toISOString() }).where('id', '=', session.id).execute()
}

function membershipsOf(db: Db, userId: string) {
  return db
    .selectFrom('membership')
    .select(['organizationId', 'departmentId', 'role'])
    .where('userId', '=', userId)
    .orderBy('organizationId')
    .orderBy('role')
    .execute()
}

function since(at: string, now: Date): number {
  return now.getTime() - Date.parse(at)
}
