import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { forgetTries, requireTry } from '#server/people/auth/tries.ts'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { signInDoor } from '../../door.ts'
import { textIn } from '../../parse.ts'
import { pathWith } from '../../paths.ts'

/**
 * Proves a second factor: after a password it signs in; in a session it gives a stronger one in its place. Six digits
 * are a code of the app, anything else a backup code.
 */
export function POST(request: Request): Promise<Response> {
  return signInDoor(request, {
    page: '/sign-in/second-factor',
    work: async ({ fields, next, ask, onward }) => {
      const code = textIn(fields, 'code').replace(/\s/g, '')
      const whose = (await personBehind(record(), request.headers))?.userId
      if (whose) await requireTry(record(), { act: 'code', whose, now: new Date() })
      const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
      const answer = await ask({ path, body: { code } })
      if (answer.code === 'INVALID_TWO_FACTOR_COOKIE')
        return { next: withNotice(pathWith('/sign-in', next), 'not_signed_in') }
      if (answer.code === 'ACCOUNT_TEMPORARILY_LOCKED') throw new AppError('too_many_tries')
      if (!answer.isDone) throw new AppError('code_wrong')
      if (whose) await forgetTries(record(), { act: 'code', whose })
      return { next: await onward(), cookie: answer.cookies }
    }
  })
}
