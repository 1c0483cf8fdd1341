import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { cookieForOrganization, listManaged } from '#server/people/auth/chosen-organization.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

/** Chooses which of their organizations somebody manages. */
export async function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/manage',
    work: async () => {
      const [wanted] = fieldsOf(await readForm(request, env())).get('organization') ?? []
      const person = await personBehind(record(), request.headers)
      if (!person) throw new AppError('not_signed_in')
      const chosen = (await listManaged(record(), person)).find(({ id }) => id === wanted)
      if (!chosen) throw new AppError('not_allowed')
      const isSecure = env().publicUrl.startsWith('https:')
      return { next: '/manage', cookie: cookieForOrganization(chosen.id, { isSecure }) }
    }
  })
}
