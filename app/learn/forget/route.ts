import { env } from '#server/env.ts'
import { forgetLearner } from '#server/learning/attempts/forget-learner.ts'
import { noCookie, tokenIn } from '#server/people/learners/cookie.ts'
import { findLearner } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply, withNotice } from '#server/replies.ts'
import { requireSameSite } from '#server/requests.ts'

/** Clears this computer: forgets whoever its cookie names, with every answer, and takes the cookie away. Accounts stay. */
export async function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/',
    work: async () => {
      requireSameSite(request, env())
      const learner = await findLearner(record(), tokenIn(request.headers.get('cookie')))
      if (learner) await forgetLearner(record(), { learnerId: learner.id })
      const isSecure = env().publicUrl.startsWith('https:')
      return { next: withNotice('/', 'computer_cleared'), cookie: noCookie({ isSecure }) }
    }
  })
}
