import { AppError } from '#server/errors.ts'
import { signInDoor } from '../../door.ts'
import { tokenIn } from '../../parse.ts'

/** Signs in with the token of a link, once. */
export function POST(request: Request): Promise<Response> {
  return signInDoor(request, {
    page: '/sign-in',
    work: async ({ fields, ask, onward }) => {
      const path = `/magic-link/verify?${new URLSearchParams({ token: tokenIn(fields) })}`
      const answer = await ask({ path, isShared: fields.has('shared') })
      if (!answer.isDone) throw new AppError('link_invalid')
      return { next: await onward(), cookie: answer.cookies }
    }
  })
}
