import { AppError } from '#server/errors.ts'
import { deleteAccount } from '#server/people/accounts/delete-account.ts'
import { noSessionCookie } from '#server/people/auth/session-cookie.ts'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { accountDoor } from '../../door.ts'
import { dataPage, requirePresent } from '../data-form.ts'

/** Deletes the account of whoever types its address and shows that it is them. */
export function POST(request: Request): Promise<Response> {
  return accountDoor(request, {
    page: dataPage,
    work: async (asked) => {
      const now = new Date()
      const typed = asked.fields.get('address')?.[0]?.trim().toLowerCase()
      if (typed !== asked.person.email.toLowerCase()) throw new AppError('confirmation_wrong')
      await requirePresent(asked, now)
      await deleteAccount(record(), { person: asked.person, now })
      return { next: withNotice('/', 'account_deleted'), cookie: noSessionCookie() }
    }
  })
}
