import { AppError } from '#server/errors.ts'
import { withNotice } from '#server/replies.ts'
import { signInDoor } from '../../door.ts'
import { tokenIn } from '../../parse.ts'
import { pathWith } from '../../paths.ts'

/** Confirms the address of an account with the token of a link. It signs nobody in. */
export function POST(request: Request): Promise<Response> {
  return signInDoor(request, {
    page: '/sign-in',
    work: async ({ fields, next, ask }) => {
      const answer = await ask({ path: `/verify-email?${new URLSearchParams({ token: tokenIn(fields) })}` })
      if (!answer.isDone) throw new AppError('link_invalid')
      return { next: withNotice(pathWith('/sign-in', next), 'address_confirmed') }
    }
  })
}
