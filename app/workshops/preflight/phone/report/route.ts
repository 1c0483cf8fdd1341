import { z } from 'zod'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { notePhone } from '#server/workshop/preflight/phones.ts'

const id = z.string().regex(/^[\w-]{8,16}$/)
const reportSchema = z.object({ t: id, phone: id, live: z.enum(['', 'yes', 'no']).default('') })

/** Takes the report of a phone that reached this server. Open to anyone: it holds nothing but random ids. */
export async function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/workshops/preflight/phone',
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const given = Object.fromEntries([...fields].map(([name, [value]]) => [name, value]))
      const { data } = reportSchema.safeParse(given)
      if (!data) throw new AppError('invalid_input')
      notePhone(data.t, data.phone, { isLive: data.live === '' ? null : data.live === 'yes', now: new Date() })
      return { next: `/workshops/preflight/phone?t=${data.t}&done=yes` }
    }
  })
}
