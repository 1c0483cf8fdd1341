import { z } from 'zod'
import { AppError } from '#server/errors.ts'
import { passwordLength } from '#server/people/auth/auth.ts'
import { endEverySession } from '#server/people/sessions/end-every-session.ts'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { accountDoor } from '../../door.ts'
import { changeWith, securityPage } from '../prove.ts'

const newPassword = z.string().min(passwordLength).max(128)

/** Changes the password and signs out everywhere else. */
export function POST(request: Request): Promise<Response> {
  return accountDoor(request, {
    page: securityPage,
    work: async (asked) => {
      const parsed = newPassword.safeParse(asked.fields.get('new')?.[0])
      if (!parsed.success) throw new AppError('password_short')
      const currentPassword = asked.fields.get('password')?.[0] ?? ''
      const { cookies } = await changeWith(asked, {
        path: '/change-password',
        body: { currentPassword, newPassword: parsed.data }
      })
      await endEverySession(record(), { userId: asked.person.userId, except: asked.person.sessionId })
      return { next: withNotice(securityPage, 'password_changed'), cookie: cookies }
    }
  })
}
