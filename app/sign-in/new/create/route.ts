import { AppError } from '#server/errors.ts'
import { requireTry } from '#server/people/auth/tries.ts'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { signInDoor } from '../../door.ts'
import { emailIn, newPasswordIn, textIn } from '../../parse.ts'
import { pathWith } from '../../paths.ts'

const refusals = ['INVALID_EMAIL', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'VALIDATION_ERROR']

/** Makes an account whose address is to be confirmed. Where the address has one already, only its owner is told. */
export function POST(request: Request): Promise<Response> {
  return signInDoor(request, {
    page: '/sign-in/new',
    work: async ({ fields, next, ask }) => {
      const email = emailIn(fields)
      const body = { name: textIn(fields, 'name'), email, password: newPasswordIn(fields), callbackURL: next }
      await requireTry(record(), { act: 'mail', whose: email, now: new Date() })
      const answer = await ask({ path: '/sign-up/email', body })
      if (refusals.includes(answer.code)) throw new AppError('invalid_input')
      return { next: withNotice(pathWith('/sign-in', next), 'mail_sent') }
    }
  })
}
