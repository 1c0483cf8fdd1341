import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { createWorkshop } from '#server/workshop/workshops/create-workshop.ts'
import { findAgenda } from '#server/workshop/workshops/served.ts'
import { hostBehind } from '../host-here.ts'

/** Saves a copy of an agenda for whoever hosts, and leads to it. */
export async function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/workshops',
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const agenda = findAgenda(fields.get('agenda')?.[0] ?? '')
      if (!agenda) throw new AppError('workshop_not_found')
      const host = await hostBehind(request)
      const organizationId = fields.get('organization')?.[0] || null
      const id = await createWorkshop(record(), { host, organizationId, agenda, now: new Date() })
      return { next: `/workshops/${id}` }
    }
  })
}
