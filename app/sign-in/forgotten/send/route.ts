import { requireTry } from '#server/people/auth/tries.ts'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { signInDoor } from '../../door.ts'
import { emailIn } from '../../parse.ts'
import { pathWith } from '../../paths.ts'

/** Sends a link to a new password, where the address has an account; the answer is the same where it has none. */
export function POST(request: Request): Promise<Response> {
  return signInDoor(request, {
    page: '/sign-in/forgotten',
    work: async ({ fields, next, ask }) => {
      const email = emailIn(fields)
      await requireTry(record(), { act: 'mail', whose: email, now: new Date() })
      await ask({ path: '/request-password-reset', body: { email, redirectTo: next } })
      return { next: withNotice(pathWith('/sign-in', next), 'mail_sent') }
    }
  })
}
