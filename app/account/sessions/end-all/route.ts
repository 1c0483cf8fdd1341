import { noSessionCookie } from '#server/people/auth/session-cookie.ts'
import { endEverySession } from '#server/people/sessions/end-every-session.ts'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { accountDoor } from '../../door.ts'

/** Signs out of every browser, this one too. */
export function POST(request: Request): Promise<Response> {
  return accountDoor(request, {
    page: '/account/sessions',
    work: async ({ person }) => {
      await endEverySession(record(), { userId: person.userId })
      return { next: withNotice('/sign-in', 'signed_out_everywhere'), cookie: noSessionCookie() }
    }
  })
}
