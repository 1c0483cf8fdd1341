import { env } from '#server/env.ts'
import { postMail } from '#server/mail.ts'
import { invitationDays, type Sendable } from './invite.ts'

/** Sends the link of an invitation. The message names the organization and says nothing of what is taught. */
export function sendInvitation({ email, token }: Sendable, { organizationName }: { organizationName: string }): void {
  const link = `${env().publicUrl}/invitations/${token}`
  const text = [
    `${organizationName} invites you to its training site.`,
    `Open this link to see who invites you, and to accept:\n${link}`,
    `It is good for ${invitationDays} days and for this address alone. If you did not expect it, you need do nothing.`
  ]
  postMail({ to: email, subject: 'Invitation to a training site', text: `${text.join('\n\n')}\n` })
}
