import { AppError } from '#server/errors.ts'
import { renewInvitation, revokeInvitation } from '#server/people/invitations/renew-invitation.ts'
import { sendInvitation } from '#server/people/invitations/send-invitation.ts'
import { getOrganization } from '#server/people/organizations/queries.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../_parts/office-door.ts'

const page = '/manage/people'

/** Sends an invitation again with a new link, or withdraws it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ invitationId: string }> }
): Promise<Response> {
  const { invitationId } = await params
  return officeDoor(request, {
    back: page,
    work: async ({ person, fields }) => {
      const organizationId = onlyValue(fields, 'organization')
      const asked = { actor: person, organizationId, invitationId, now: new Date() }
      const act = onlyValue(fields, 'act')
      if (act === 'withdraw') {
        await revokeInvitation(record(), asked)
        return { next: `${page}?notice=invitation_withdrawn#waiting` }
      }
      if (act !== 'again') throw new AppError('invalid_input')
      const sendable = await renewInvitation(record(), asked)
      const { name: organizationName } = await getOrganization(record(), organizationId)
      sendInvitation(sendable, { organizationName })
      return { next: `${page}?notice=invitation_sent_again#waiting` }
    }
  })
}
