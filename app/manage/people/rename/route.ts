import { renameOrganization } from '#server/people/organizations/edit-departments.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../_parts/office-door.ts'
import { nameIn } from '../parse.ts'

/** Gives the organization another name. */
export function POST(request: Request): Promise<Response> {
  return officeDoor(request, {
    back: '/manage/people/departments',
    work: async ({ person, fields }) => {
      const name = nameIn(onlyValue(fields, 'name'))
      const organizationId = onlyValue(fields, 'organization')
      await renameOrganization(record(), { actor: person, organizationId, name, now: new Date() })
      return { next: '/manage/people/departments?notice=organization_renamed' }
    }
  })
}
