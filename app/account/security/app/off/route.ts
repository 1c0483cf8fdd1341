import { withNotice } from '#server/replies.ts'
import { accountDoor } from '../../../door.ts'
import { changeWith, securityPage } from '../../prove.ts'

/** Lets go of the app and its backup codes. */
export function POST(request: Request): Promise<Response> {
  return accountDoor(request, {
    page: securityPage,
    work: async (asked) => {
      const { cookies } = await changeWith(asked, { path: '/two-factor/disable' })
      return { next: withNotice(securityPage, 'second_factor_off'), cookie: cookies }
    }
  })
}
