import { AppError } from '#server/errors.ts'
import { forgetTries, requireTry } from '#server/people/auth/tries.ts'
import { record } from '#server/record/db/client.ts'
import { signInDoor } from '../door.ts'
import { emailIn } from '../parse.ts'
import { pathWith } from '../paths.ts'

/**
 * Signs in with a password. An unknown address, a wrong password and an address that is not confirmed get one answer:
 * a different one would tell who has an account.
 */
export function POST(request: Request): Promise<Response> {
  return signInDoor(request, {
    page: '/sign-in',
    work: async ({ fields, next, ask, onward }) => {
      const email = emailIn(fields)
      const password = fields.get('password')?.[0] ?? ''
      const isShared = fields.has('shared')
      await requireTry(record(), { act: 'password', whose: email, now: new Date() })
      const body = { email, password, rememberMe: !isShared, callbackURL: next }
      const answer = await ask({ path: '/sign-in/email', body, isShared })
      if (!answer.isDone) throw new AppError('sign_in_failed')
      await forgetTries(record(), { act: 'password', whose: email })
      const isHalf = answer.body.twoFactorRedirect === true
      return { next: isHalf ? pathWith('/sign-in/second-factor', next) : await onward(), cookie: answer.cookies }
    }
  })
}
