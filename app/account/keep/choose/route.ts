import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { adoptLearner, leaveLearner } from '#server/people/learners/adopt-learner.ts'
import { noCookie, tokenIn } from '#server/people/learners/cookie.ts'
import { forgetLearner } from '#server/people/learners/forget-learner.ts'
import { findLearner } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply, type Way, withNotice } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { sameSitePath } from '../../../_components/same-site-path.ts'

/** Takes what was done on this computer into the account, leaves it, or clears it. */
export function POST(request: Request): Promise<Response> {
  const next = sameSitePath(new URL(request.url).searchParams.get('next') ?? '/account')
  return reply(request, {
    back: `/account/keep?next=${encodeURIComponent(next)}`,
    work: async () => {
      const [choice, ...more] = fieldsOf(await readForm(request, env())).get('choice') ?? []
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      const token = tokenIn(request.headers.get('cookie'))
      const now = new Date()
      if (more.length > 0) throw new AppError('invalid_input')
      if (choice === 'keep') {
        await adoptLearner(record(), { actor, token, now })
        return withoutCookie(token, { next: withNotice(next, 'kept_in_account') })
      }
      if (choice === 'leave') {
        await leaveLearner(record(), { token, now })
        return { next: withNotice(next, 'left_here') }
      }
      if (choice !== 'clear') throw new AppError('invalid_input')
      const learner = await findLearner(record(), token)
      if (learner) await forgetLearner(record(), { learnerId: learner.id })
      return withoutCookie(token, { next: withNotice(next, 'computer_cleared') })
    }
  })
}

// The cookie stays only where something was left under it.
async function withoutCookie(token: string | undefined, way: Way): Promise<Way> {
  if (await findLearner(record(), token)) return way
  return { ...way, cookie: noCookie({ isSecure: env().publicUrl.startsWith('https:') }) }
}
