import { timingSafeEqual } from 'node:crypto'
import { can } from '#server/people/auth/permissions.ts'
import { type Person, personBehind } from '#server/people/auth/person.ts'
import type { Db } from '#server/record/db/schema.ts'
import { hashOf, newToken } from '#server/record/ids.ts'

/**
 * Who may prepare and open workshops: a facilitator or coordinator of an organization, or whoever holds the key of a
 * laptop that serves a room by itself, where nobody has an account.
 */
export type Host = {
  person: Person | null
  organizationIds: string[]
  /** The names of those organizations by id. */
  names: Readonly<Record<string, string>>
  isLocal: boolean
}

/** The cookie that holds a laptop's key. */
export const localCookie = 'attune-workshop'

/** The setting that holds the hash of the key of a server that was started as a laptop's. */
const setting = 'workshopKey'

/** @returns who may host, as far as a request's headers show; undefined where nobody may. */
export async function findHost(db: Db, headers: Headers): Promise<Host | undefined> {
  const person = (await personBehind(db, headers)) ?? null
  const ids = new Set(person?.memberships.map(({ organizationId }) => organizationId))
  const organizationIds = [...ids].filter(
    (organizationId) => person && can(person, 'workshop.edit', { organizationId })
  )
  const isLocal = await holdsKey(db, keyIn(headers.get('cookie')))
  if (organizationIds.length === 0 && !isLocal) return undefined
  return { person, organizationIds, names: await namesOf(db, organizationIds), isLocal }
}

async function namesOf(db: Db, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await db.selectFrom('organization').select(['id', 'name']).where('id', 'in', ids).execute()
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** Makes a new key for a laptop that serves a room by itself; the one before dies. @returns the key */
export async function makeLocalKey(db: Db): Promise<string> {
  const key = newToken()
  const value = hashOf(key)
  await db
    .insertInto('setting')
    .values({ name: setting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  return key
}

/** @returns whether a text is the key of this laptop. */
export async function holdsKey(db: Db, key: string | undefined): Promise<boolean> {
  if (!key) return false
  const row = await db.selectFrom('setting').select('value').where('name', '=', setting).executeTakeFirst()
  return row !== undefined && timingSafeEqual(Buffer.from(hashOf(key)), Buffer.from(row.value))
}

/** @returns a Set-Cookie header that keeps a laptop's key for a day. */
export function localKeyCookie(key: string, { isSecure }: { isSecure: boolean }): string {
  return [
    `${localCookie}=${key}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    'Max-Age=86400',
    ...(isSecure ? ['Secure'] : [])
  ].join('; ')
}

function keyIn(cookieHeader: string | null): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === localCookie)?.[1]
}
