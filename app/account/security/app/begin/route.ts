import { accountDoor } from '../../../door.ts'
import { changeWith, securityPage } from '../../prove.ts'

/** Begins to set up an app that shows codes; it counts once its first code is proven. */
export function POST(request: Request): Promise<Response> {
  return accountDoor(request, {
    page: securityPage,
    work: async (asked) => {
      const { cookies } = await changeWith(asked, { path: '/two-factor/enable' })
      return { next: `${securityPage}#app`, cookie: cookies }
    }
  })
}
