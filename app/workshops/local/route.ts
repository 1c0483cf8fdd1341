import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { holdsKey, localKeyCookie } from '#server/workshop/workshops/host.ts'

/** Lets the browser of a laptop that serves a room by itself host workshops, by the link that its start printed. */
export async function GET(request: Request): Promise<Response> {
  return reply(request, {
    back: '/workshops',
    work: async () => {
      const key = new URL(request.url).searchParams.get('key') ?? undefined
      if (!key || !(await holdsKey(record(), key))) throw new AppError('not_allowed')
      return { next: '/workshops', cookie: localKeyCookie(key, { isSecure: env().publicUrl.startsWith('https:') }) }
    }
  })
}
