import { z } from 'zod'
import { createActivity } from '#server/credit/activities/create-activity.ts'
import { AppError } from '#server/errors.ts'
import { chosenOrganization, listManaged, organizationIn } from '#server/people/auth/chosen-organization.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../_parts/office-door.ts'

const formSchema = z.object({ courseId: z.string().min(1).max(80), format: z.enum(['enduring', 'live']) })

/** Begins an activity's draft in the organization that is managed just now. */
export async function POST(request: Request): Promise<Response> {
  return officeDoor(request, {
    back: '/manage/activities/new',
    work: async ({ person, fields }) => {
      const given = { courseId: onlyValue(fields, 'course'), format: onlyValue(fields, 'format') }
      const parsed = formSchema.safeParse(given)
      if (!parsed.success) throw new AppError('invalid_input')
      const organization = chosenOrganization(
        await listManaged(record(), person),
        organizationIn(request.headers.get('cookie'))
      )
      if (!organization) throw new AppError('not_allowed')
      const asks = { actor: person, organizationId: organization.id, now: new Date() }
      const id = await createActivity(record(), { ...asks, ...parsed.data })
      return { next: `/manage/activities/${id}?notice=activity_begun` }
    }
  })
}
