import { z } from 'zod'
import { oneEach } from '#app/_components/one-each.ts'
import { beginCreditTest } from '#server/credit/participations/begin-credit-test.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'

const testSchema = z.strictObject({ form: z.literal(['pre', 'post']) })

/** Begins a test for credit, or takes up the open one, and leads to it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ activityId: string }> }
): Promise<Response> {
  const { activityId } = await params
  return reply(request, {
    back: `/activities/${encodeURIComponent(activityId)}`,
    work: async () => {
      const parsed = testSchema.safeParse(oneEach(await readForm(request, env())))
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      if (!parsed.success) throw new AppError('invalid_input')
      const begin = { actor, activityId, form: parsed.data.form, now: new Date() }
      return { next: `/tests/${await beginCreditTest(record(), begin)}` }
    }
  })
}
