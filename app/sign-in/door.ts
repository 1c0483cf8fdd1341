import { env } from '#server/env.ts'
import { type Answer, askAuth, type Question } from '#server/people/auth/ask-auth.ts'
import { afterSignIn } from '#server/people/learners/after-sign-in.ts'
import { record } from '#server/record/db/client.ts'
import { reply, type Way } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { nextOf, pathWith } from './paths.ts'

/** What a form of this segment says, and where its sender was going. */
export type Asked = {
  fields: ReadonlyMap<string, string[]>
  next: string
  ask: (question: Omit<Question, 'request'>) => Promise<Answer>
  /** Where they go once they are signed in. */
  onward: () => Promise<string>
}

/** Does what a form of this segment asks for. `page` is the path of the form's page, which shows what was refused. */
export function signInDoor(
  request: Request,
  { page, work }: { page: string; work: (asked: Asked) => Promise<Way> }
): Promise<Response> {
  const next = nextOf(request)
  return reply(request, {
    back: pathWith(page, next),
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      return work({
        fields,
        next,
        ask: (question) => askAuth(record(), { ...question, request }),
        onward: () => afterSignIn(record(), { cookieHeader: request.headers.get('cookie'), next })
      })
    }
  })
}
