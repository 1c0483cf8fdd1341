import { type Actor, can } from '#server/people/auth/permissions.ts'
import { listDepartments } from '#server/people/organizations/queries.ts'
import type { Db } from '#server/record/db/schema.ts'

/** Departments and people whom somebody may ask to finish something, by name. */
export type Reachable = { departments: { id: string; name: string }[]; people: { userId: string; name: string }[] }

/** @returns whom an actor may assign something to: of a manager's own department, else of the whole organization. */
export async function listReachable(
  db: Db,
  { actor, organizationId }: { actor: Actor; organizationId: string }
): Promise<Reachable> {
  const reaches = (departmentId: string | null) => can(actor, 'assignment.edit', { organizationId, departmentId })
  const departments = await listDepartments(db, organizationId)
  const members = await db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.userId')
    .select(({ fn }) => ['membership.userId', 'user.name', fn.max('membership.departmentId').as('departmentId')])
    .where('membership.organizationId', '=', organizationId)
    .groupBy(['membership.userId', 'user.name'])
    .orderBy('user.name')
    .execute()
  return {
    departments: departments.filter(({ id }) => reaches(id)).map(({ id, name }) => ({ id, name })),
    people: members.filter(({ departmentId }) => reaches(departmentId)).map(({ userId, name }) => ({ userId, name }))
  }
}
