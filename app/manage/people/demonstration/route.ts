import { env } from '#server/env.ts'
import { cookieForOrganization } from '#server/people/auth/chosen-organization.ts'
import { addDemonstration } from '#server/people/organizations/add-demonstration.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../_parts/office-door.ts'

/** Adds the fictional organization; whoever asks for it coordinates it. */
export function POST(request: Request): Promise<Response> {
  return officeDoor(request, {
    back: '/manage/people',
    work: async ({ person, fields }) => {
      const organizationId = onlyValue(fields, 'organization')
      await addDemonstration(record(), { actor: person, organizationId, now: new Date() })
      // Without a choice the first by name is managed, which might now be the new one.
      const cookie = cookieForOrganization(organizationId, { isSecure: env().publicUrl.startsWith('https:') })
      return { next: '/manage/people?notice=demonstration_added', cookie }
    }
  })
}
