import { env } from '#server/env.ts'
import { type Person, personBehind } from '#server/people/auth/person.ts'
import { sessionCookieName, signedToken } from '#server/people/auth/session-cookie.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { Role } from '#server/record/db/schema-people.ts'
import { newId, newToken } from '#server/record/ids.ts'

type Wish = {
  /** Which role they hold where. */
  roles?: readonly (readonly [organizationId: string, role: Role])[]
  /** Whether they proved two factors in this session. */
  hasSecondFactor?: boolean
  email?: string
  name?: string
  /** The department of every membership. */
  departmentId?: string | null
  isShared?: boolean
  /** When they signed in. */
  now?: Date
}

/** Adds somebody with an account and signs them in. `cookie` is a whole Cookie header that names their session. */
export async function aPerson(db: Db, wish: Wish = {}): Promise<{ person: Person; cookie: string }> {
  const { roles = [], departmentId = null, now = new Date() } = wish
  const userId = newId()
  const at = now.toISOString()
  const { email = `${userId.toLowerCase()}@example.org`, name = 'Kim Doe' } = wish
  const account = { id: userId, name, email, emailVerified: 1, image: null, twoFactorEnabled: 0 }
  await db
    .insertInto('user')
    .values({ ...account, createdAt: at, updatedAt: at })
    .execute()
  for (const [organizationId, role] of roles)
    await db
      .insertInto('membership')
      .values({ id: newId(), userId, organizationId, departmentId, role, createdAt: at })
      .execute()
  const cookie = await aSession(db, { ...wish, userId })
  const person = await personBehind(db, new Headers({ cookie }), now)
  if (!person) throw new Error('The new session is not found by its cookie')
  return { person, cookie }
}

/** Signs somebody in once more. @returns a whole Cookie header that names the session */
export async function aSession(
  db: Db,
  {
    userId,
    hasSecondFactor = false,
    isShared = false,
    now = new Date()
  }: Pick<Wish, 'hasSecondFactor' | 'isShared' | 'now'> & { userId: string }
): Promise<string> {
  const token = newToken()
  const at = now.toISOString()
  const expiresAt = new Date(now.getTime() + 30 * 86_400_000).toISOString()
  const strength = hasSecondFactor ? ('two-factors' as const) : ('one-factor' as const)
  await db
    .insertInto('session')
    .values({
      id: newId(),
      token,
      userId,
      expiresAt,
      createdAt: at,
      updatedAt: at,
      lastSeenAt: at,
      ipAddress: null,
      userAgent: null,
      isShared: isShared ? 1 : 0,
      strength
    })
    .execute()
  return `${sessionCookieName(env())}=${signedToken(token)}`
}

/** @returns the id of a new organization. */
export async function anOrganization(
  db: Db,
  { name = 'Example Hospital', isDemonstration = false, now = new Date() } = {}
): Promise<string> {
  const id = newId()
  const row = { id, name, isDemonstration: isDemonstration ? 1 : 0, createdAt: now.toISOString() }
  await db.insertInto('organization').values(row).execute()
  return id
}

/** @returns the id of a new department. */
export async function aDepartment(db: Db, organizationId: string, name = 'Emergency'): Promise<string> {
  const id = newId()
  await db.insertInto('department').values({ id, organizationId, name }).execute()
  return id
}
