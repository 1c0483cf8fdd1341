import { env } from '#server/env.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { noSessionCookie } from '#server/people/auth/session-cookie.ts'
import { endSession } from '#server/people/sessions/end-session.ts'
import { record } from '#server/record/db/client.ts'
import { reply, withNotice } from '#server/replies.ts'
import { requireSameSite } from '#server/requests.ts'

/** Signs out of this browser. */
export function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/',
    work: async () => {
      requireSameSite(request, env())
      const person = await personBehind(record(), request.headers)
      if (person) await endSession(record(), person)
      return { next: withNotice('/sign-in', 'signed_out'), cookie: noSessionCookie() }
    }
  })
}
