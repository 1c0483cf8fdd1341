import { AppError } from '#server/errors.ts'
import { json, reply } from '#server/replies.ts'
import { phonesReached } from '#server/workshop/preflight/phones.ts'
import { hostBehind } from '../../host-here.ts'

/** Tells the laptop's page how many phones reached this server. */
export async function GET(request: Request): Promise<Response> {
  return reply(request, {
    back: '/workshops/preflight',
    work: async () => {
      await hostBehind(request)
      const attempt = new URL(request.url).searchParams.get('t')
      if (!attempt) throw new AppError('invalid_input')
      return json(phonesReached(attempt, new Date()))
    }
  })
}
