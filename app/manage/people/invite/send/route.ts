import { AppError } from '#server/errors.ts'
import { keepForm } from '#server/kept-forms.ts'
import { readAddresses } from '#server/people/invitations/addresses.ts'
import { type Invited, invite } from '#server/people/invitations/invite.ts'
import { sendInvitation } from '#server/people/invitations/send-invitation.ts'
import { getOrganization } from '#server/people/organizations/queries.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../_parts/office-door.ts'
import { idOrNone, roleIn } from '../../parse.ts'
import { leftOutPath } from '../left-out.ts'

/** Invites the addresses of the form and sends their links; what was no address comes back to the form. */
export function POST(request: Request): Promise<Response> {
  return officeDoor(request, {
    back: '/manage/people/invite',
    work: async ({ person, fields }) => {
      const organizationId = onlyValue(fields, 'organization')
      const { emails, wrong } = readAddresses(onlyValue(fields, 'addresses'))
      const role = roleIn(onlyValue(fields, 'role'))
      const departmentId = idOrNone(onlyValue(fields, 'department'))
      if (emails.length === 0) throw new AppError('address_invalid')
      const now = new Date()
      const invited = await invite(record(), { actor: person, organizationId, emails, role, departmentId, now })
      const { name: organizationName } = await getOrganization(record(), organizationId)
      for (const sendable of invited.sendable) sendInvitation(sendable, { organizationName })
      if (wrong.length === 0 && invited.members + invited.waiting === 0)
        return { next: '/manage/people?notice=invited#waiting' }
      const left = new Map([...fields, ['addresses', [wrong.join('\n')]]])
      keepForm({ sessionId: person.sessionId, path: leftOutPath, now }, left)
      return { next: `/manage/people/invite?notice=invited_some&${countsOf(invited, wrong)}` }
    }
  })
}

function countsOf({ members, waiting }: Invited, wrong: readonly string[]): URLSearchParams {
  return new URLSearchParams({ wrong: String(wrong.length), members: String(members), waiting: String(waiting) })
}
