import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'

/** Lets pass a department of the organization alone. Throws `department_not_found`. */
export async function requireDepartment(
  db: Db,
  { organizationId, departmentId }: { organizationId: string; departmentId: string }
): Promise<void> {
  const found = await db
    .selectFrom('department')
    .select('id')
    .where('id', '=', departmentId)
    .where('organizationId', '=', organizationId)
    .executeTakeFirst()
  if (!found) throw new AppError('department_not_found')
}
