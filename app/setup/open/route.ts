import { env } from '#server/env.ts'
import { setUp } from '#server/people/organizations/set-up.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { parseSetup } from './parse-setup.ts'

/** Sets this installation up with the code from its log, and leads to the sign-in. */
export function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/setup',
    work: async () => {
      const setup = parseSetup(fieldsOf(await readForm(request, env())))
      await setUp(record(), { ...setup, now: new Date() })
      return { next: `/sign-in?next=${encodeURIComponent('/manage/people')}&notice=setup_done` }
    }
  })
}
