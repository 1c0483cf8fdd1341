import { env } from '#server/env.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { noSessionCookie } from '#server/people/auth/session-cookie.ts'
import { noCookie, tokenIn } from '#server/people/learners/cookie.ts'
import { forgetLearner } from '#server/people/learners/forget-learner.ts'
import { findLearner } from '#server/people/learners/queries.ts'
import { endSession } from '#server/people/sessions/end-session.ts'
import { record } from '#server/record/db/client.ts'
import { reply, withNotice } from '#server/replies.ts'
import { requireSameSite } from '#server/requests.ts'

/**
 * Clears this computer: forgets whoever its cookie names, with every answer, and takes the cookie away. Whoever
 * is signed in is signed out here; their account stays.
 */
export async function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/',
    work: async () => {
      requireSameSite(request, env())
      const learner = await findLearner(record(), tokenIn(request.headers.get('cookie')))
      if (learner) await forgetLearner(record(), { learnerId: learner.id })
      const person = await personBehind(record(), request.headers)
      if (person) await endSession(record(), person)
      const isSecure = env().publicUrl.startsWith('https:')
      return {
        next: withNotice('/', 'computer_cleared'),
        cookie: [noCookie({ isSecure }), ...(person ? [noSessionCookie()] : [])]
      }
    }
  })
}
