import { AppError } from '#server/errors.ts'
import { removeMember } from '#server/people/organizations/remove-member.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../../_parts/office-door.ts'

/** Removes somebody from the organization, where the box that says so is checked. */
export async function POST(request: Request, { params }: { params: Promise<{ userId: string }> }): Promise<Response> {
  const { userId } = await params
  return officeDoor(request, {
    back: `/manage/people/members/${encodeURIComponent(userId)}`,
    work: async ({ person, fields }) => {
      if (fields.get('sure')?.[0] !== 'yes') throw new AppError('choose_one')
      const organizationId = onlyValue(fields, 'organization')
      await removeMember(record(), { actor: person, organizationId, userId, now: new Date() })
      return { next: '/manage/people?notice=member_removed' }
    }
  })
}
