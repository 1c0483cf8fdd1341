import { env } from '#server/env.ts'
import { beginVisit } from '#server/learning/attempts/begin-visit.ts'
import { served } from '#server/learning/scenarios/served.ts'
import { cookieFor, tokenIn } from '#server/people/learners/cookie.ts'
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
      const token = tokenIn(request.headers.get('cookie'))
      const visit = await beginVisit(record(), served(), { token, scenarioId, form, now: new Date() })
      const isSecure = env().publicUrl.startsWith('https:')
      return {
        next: `/learn/attempts/${visit.attemptId}`,
        cookie: cookieFor(visit.token, { isKept: visit.isKept, isSecure })
      }
    }
  })
}
