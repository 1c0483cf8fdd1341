import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { acceptInvitation } from '#server/people/invitations/accept-invitation.ts'
import { record } from '#server/record/db/client.ts'
import { reply, withNotice } from '#server/replies.ts'
import { requireSameSite } from '#server/requests.ts'

/** Accepts an invitation with the account that is signed in. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params
  return reply(request, {
    back: `/invitations/${encodeURIComponent(token)}`,
    work: async () => {
      requireSameSite(request, env())
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      await acceptInvitation(record(), { actor, token, now: new Date() })
      return { next: withNotice('/account', 'invitation_accepted') }
    }
  })
}
