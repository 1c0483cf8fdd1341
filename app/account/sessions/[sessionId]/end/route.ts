import { noSessionCookie } from '#server/people/auth/session-cookie.ts'
import { endSession } from '#server/people/sessions/end-session.ts'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { accountDoor } from '../../../door.ts'

/** Signs out of one browser, which may be this one. */
export function POST(request: Request, { params }: { params: Promise<{ sessionId: string }> }): Promise<Response> {
  return accountDoor(request, {
    page: '/account/sessions',
    work: async ({ person }) => {
      const { sessionId } = await params
      await endSession(record(), { userId: person.userId, sessionId })
      if (sessionId !== person.sessionId) return { next: withNotice('/account/sessions', 'signed_out_there') }
      return { next: withNotice('/sign-in', 'signed_out'), cookie: noSessionCookie() }
    }
  })
}
