import { env } from '#server/env.ts'
import { type Answer, askAuth, type Question } from '#server/people/auth/ask-auth.ts'
import { type Person, requirePersonBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply, type Way } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

/** Somebody signed in, and what a form of their account says. */
export type Asked = {
  person: Person
  fields: ReadonlyMap<string, string[]>
  ask: (question: Omit<Question, 'request'>) => Promise<Answer>
}

/** Does what a form of an account asks for. `page` is the path of the form's page, which shows what was refused. */
export function accountDoor(
  request: Request,
  { page, work }: { page: string; work: (asked: Asked) => Promise<Way | Response> }
): Promise<Response> {
  return reply(request, {
    back: page,
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const person = await requirePersonBehind(record(), request.headers)
      return work({ person, fields, ask: (question) => askAuth(record(), { ...question, request }) })
    }
  })
}
