import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { Role } from '#server/record/db/schema-people.ts'

/** An organization; the demonstration's name says that it is one. */
export type Organization = { id: string; name: string; isDemonstration: boolean }

/** A part of an organization, and how many people are in it. */
export type Department = { id: string; name: string; people: number }

/** Somebody of an organization. `departmentId` is where they work; `managesAll`: as a manager they see the whole of it. */
export type Member = {
  userId: string
  name: string
  email: string
  roles: Role[]
  departmentId: string | null
  departmentName: string | null
  managesAll: boolean
  hasSecondFactor: boolean
}

/** @returns one organization. Throws `organization_not_found`. */
export async function getOrganization(db: Db, organizationId: string): Promise<Organization> {
  const row = await db
    .selectFrom('organization')
    .select(['id', 'name', 'isDemonstration'])
    .where('id', '=', organizationId)
    .executeTakeFirst()
  if (!row) throw new AppError('organization_not_found')
  return { ...row, isDemonstration: row.isDemonstration === 1 }
}

/** @returns the departments of an organization by name, with their counts of people. */
export async function listDepartments(db: Db, organizationId: string): Promise<Department[]> {
  const rows = await db
    .selectFrom('department')
    .leftJoin('membership', 'membership.departmentId', 'department.id')
    .select(['department.id', 'department.name'])
    .select(({ fn }) => fn.count('membership.userId').distinct().as('people'))
    .where('department.organizationId', '=', organizationId)
    .groupBy(['department.id', 'department.name'])
    .orderBy('department.name')
    .execute()
  return rows.map(({ people, ...row }) => ({ ...row, people: Number(people) }))
}

/**
 * @returns everyone of an organization by name
 * @throws `not_allowed`, `second_factor_needed`
 */
export async function listMembers(
  db: Db,
  { actor, organizationId }: { actor: Actor; organizationId: string }
): Promise<Member[]> {
  requireCan(actor, 'person.list', { organizationId })
  return membersOf(db, { organizationId })
}

/**
 * @returns one person of an organization
 * @throws `not_allowed`, `second_factor_needed`, `person_not_found`
 */
export async function getMember(
  db: Db,
  { actor, organizationId, userId }: { actor: Actor; organizationId: string; userId: string }
): Promise<Member> {
  requireCan(actor, 'person.list', { organizationId })
  const [member] = await membersOf(db, { organizationId, userId })
  if (!member) throw new AppError('person_not_found')
  return member
}

async function membersOf(
  db: Db,
  { organizationId, userId }: { organizationId: string; userId?: string }
): Promise<Member[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.userId')
    .leftJoin('department', 'department.id', 'membership.departmentId')
    .select(['membership.userId', 'user.name', 'user.email', 'membership.role', 'membership.departmentId'])
    .select(['department.name as departmentName', 'user.twoFactorEnabled'])
    .where('membership.organizationId', '=', organizationId)
    .$if(userId !== undefined, (query) => query.where('membership.userId', '=', userId ?? ''))
    .orderBy('user.name')
    .orderBy('user.email')
    .orderBy('membership.role')
    .execute()
  const byPerson = Map.groupBy(rows, (row) => row.userId)
  return [...byPerson.values()].flatMap((held) => {
    const [first] = held
    if (!first) return []
    const placed = held.find(({ departmentId }) => departmentId !== null)
    return [
      {
        userId: first.userId,
        name: first.name,
        email: first.email,
        roles: held.map(({ role }) => role),
        departmentId: placed?.departmentId ?? null,
        departmentName: placed?.departmentName ?? null,
        managesAll: held.some(({ role, departmentId }) => role === 'manager' && departmentId === null),
        hasSecondFactor: first.twoFactorEnabled === 1
      }
    ]
  })
}
