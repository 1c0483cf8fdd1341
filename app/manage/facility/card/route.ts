import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { filledCard } from '#server/learning/facility/parse-card.ts'
import { fileCard, findEditedCard } from '#server/learning/facility/queries.ts'
import { writeCard } from '#server/learning/facility/write-card.ts'
import { requireCan } from '#server/people/auth/permissions.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'

/** Gives the card of an organization as a `facility.yaml`, to keep or to take to another installation. */
export function GET(request: Request): Promise<Response> {
  return reply(request, {
    back: '/manage/facility',
    work: async () => {
      const person = await personBehind(record(), request.headers)
      if (!person) throw new AppError('not_signed_in')
      const organizationId = new URL(request.url).searchParams.get('organization') ?? ''
      requireCan(person, 'facility.edit', { organizationId })
      const edited = await findEditedCard(record(), organizationId)
      return asFile(writeCard(filledCard(edited?.card ?? fileCard(env().dataDir))))
    }
  })
}

function asFile(text: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': 'attachment; filename="facility.yaml"',
      'cache-control': 'no-store'
    }
  })
}
