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
      return { next: '/manage/people?notice=demonstration_added' }
    }
  })
}
