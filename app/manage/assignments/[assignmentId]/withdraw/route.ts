import { withdrawAssignment } from '#server/people/assignments/withdraw-assignment.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../_parts/office-door.ts'

const page = '/manage/assignments'

/** Takes an assignment back. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ assignmentId: string }> }
): Promise<Response> {
  const { assignmentId } = await params
  return officeDoor(request, {
    back: page,
    work: async ({ person, fields }) => {
      const organizationId = onlyValue(fields, 'organization')
      await withdrawAssignment(record(), { actor: person, organizationId, assignmentId, now: new Date() })
      return { next: `${page}?notice=assignment_withdrawn` }
    }
  })
}
