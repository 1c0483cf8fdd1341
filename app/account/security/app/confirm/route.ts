import { AppError } from '#server/errors.ts'
import { requireProofToChange } from '#server/people/auth/proof.ts'
import { forgetTries, requireTry } from '#server/people/auth/tries.ts'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { accountDoor } from '../../../door.ts'
import { securityPage } from '../../prove.ts'

/** Takes the first code of an app: from now on it is a second factor, and this session is proven by it. */
export function POST(request: Request): Promise<Response> {
  return accountDoor(request, {
    page: securityPage,
    work: async ({ person, fields, ask }) => {
      await requireProofToChange(record(), person)
      const tries = { act: 'code', whose: person.userId } as const
      await requireTry(record(), { ...tries, now: new Date() })
      const code = fields.get('code')?.[0]?.replace(/\s/g, '') ?? ''
      const answer = await ask({ path: '/two-factor/verify-totp', body: { code } })
      if (!answer.isDone) throw new AppError('code_wrong')
      await forgetTries(record(), tries)
      return { next: withNotice(securityPage, 'second_factor_on'), cookie: answer.cookies }
    }
  })
}
