import type { Db } from '#server/record/db/schema.ts'
import { type Act, type Actor, can } from './permissions.ts'

/** The cookie that says which of their organizations somebody manages just now; it gives no right to anything. */
export const organizationCookie = 'attune-organization'

/** An organization that somebody manages, as managing pages name it. */
export type Managed = { id: string; name: string; isDemonstration: boolean }

/** @returns the organizations in which somebody is more than a learner, by name; a demonstration comes after them. */
export async function listManaged(db: Db, actor: Pick<Actor, 'memberships'>): Promise<Managed[]> {
  const ids = actor.memberships.flatMap(({ role, organizationId }) => (role === 'learner' ? [] : [organizationId]))
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('organization')
    .select(['id', 'name', 'isDemonstration'])
    .where('id', 'in', [...new Set(ids)])
    .orderBy('isDemonstration')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, isDemonstration: row.isDemonstration === 1 }))
}

/** @returns the organization that was asked for where it is among those managed, else the first of them. */
export function chosenOrganization(managed: readonly Managed[], wanted: string | undefined): Managed | undefined {
  return managed.find(({ id }) => id === wanted) ?? managed[0]
}

/** @returns the organization that a request's Cookie header asks for. */
export function organizationIn(cookieHeader: string | null): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === organizationCookie)?.[1]
}

/** @returns whether somebody may do something in an organization or, as its manager, in a department of it. */
export function mayWithin(actor: Actor, act: Act, organizationId: string): boolean {
  const here = actor.memberships.filter((membership) => membership.organizationId === organizationId)
  return [null, ...here.map(({ departmentId }) => departmentId)].some((departmentId) =>
    can(actor, act, { organizationId, departmentId })
  )
}

/** @returns a Set-Cookie header that keeps the choice until the browser closes. */
export function cookieForOrganization(id: string, { isSecure }: { isSecure: boolean }): string {
  return [`${organizationCookie}=${id}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', ...(isSecure ? ['Secure'] : [])].join(
    '; '
  )
}
