import { AppError } from '#server/errors.ts'
import { withNotice } from '#server/replies.ts'
import { signInDoor } from '../../door.ts'
import { newPasswordIn, tokenIn } from '../../parse.ts'
import { pathWith } from '../../paths.ts'

/** Sets a new password with the token of a link, once, and signs its owner out everywhere. */
export function POST(request: Request): Promise<Response> {
  return signInDoor(request, {
    page: '/sign-in/forgotten',
    work: async ({ fields, next, ask }) => {
      const body = { token: tokenIn(fields), newPassword: newPasswordIn(fields) }
      const answer = await ask({ path: '/reset-password', body })
      if (!answer.isDone) throw new AppError('link_invalid')
      return { next: withNotice(pathWith('/sign-in', next), 'password_changed') }
    }
  })
}
