import { AppError } from '#server/errors.ts'
import { changeMembership } from '#server/people/organizations/change-membership.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../../_parts/office-door.ts'
import { idOrNone, roleIn } from '../../../parse.ts'

/** Gives somebody the roles and the department of the form. */
export async function POST(request: Request, { params }: { params: Promise<{ userId: string }> }): Promise<Response> {
  const { userId } = await params
  return officeDoor(request, {
    back: `/manage/people/members/${encodeURIComponent(userId)}`,
    work: async ({ person, fields }) => {
      const departmentId = idOrNone(onlyValue(fields, 'department'))
      const managesAll = onlyValue(fields, 'manages') === 'all'
      const roles = (fields.get('role') ?? []).map(roleIn)
      // A manager of "their department" who has none would see everything.
      if (roles.includes('manager') && !managesAll && departmentId === null) throw new AppError('department_not_found')
      await changeMembership(record(), {
        actor: person,
        organizationId: onlyValue(fields, 'organization'),
        userId,
        roles,
        departmentId,
        managesAll,
        seen: onlyValue(fields, 'seen'),
        now: new Date()
      })
      return { next: '/manage/people?notice=membership_changed' }
    }
  })
}
