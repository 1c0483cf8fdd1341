import { env } from '#server/env.ts'
import { beginVisit } from '#server/learning/attempts/begin-visit.ts'
import { served } from '#server/learning/scenarios/served.ts'
import { cookieFor } from '#server/people/learners/cookie.ts'
import { comerBehind } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'
import { parseBegin } from './parse-begin.ts'

/** Begins or continues a visit, sets the learner's cookie and leads to the attempt. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ scenarioId: string }> }
): Promise<Response> {
  const { scenarioId } = await params
  return reply(request, {
    back: `/learn/${encodeURIComponent(scenarioId)}`,
    work: async () => {
      const form = parseBegin(await readForm(request, env()))
      const comer = await comerBehind(record(), request)
      const visit = await beginVisit(record(), served(), { ...comer, scenarioId, form, now: new Date() })
      const isSecure = env().publicUrl.startsWith('https:')
      return {
        next: `/learn/attempts/${visit.attemptId}`,
        ...(visit.token && { cookie: cookieFor(visit.token, { isKept: visit.isKept, isSecure }) })
      }
    }
  })
}
