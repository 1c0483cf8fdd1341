import { z } from 'zod'
import { oneEach } from '#app/_components/one-each.ts'
import { openClaim } from '#server/credit/claims/open-claim.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'

const claimSchema = z.strictObject({ offering: z.string().min(1).max(64) })

/** Opens the claim of a credit, or takes up the open one, and leads to it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ activityId: string }> }
): Promise<Response> {
  const { activityId } = await params
  return reply(request, {
    back: `/activities/${encodeURIComponent(activityId)}`,
    work: async () => {
      const parsed = claimSchema.safeParse(oneEach(await readForm(request, env())))
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      if (!parsed.success) throw new AppError('invalid_input')
      const open = { actor, activityId, offeringId: parsed.data.offering, now: new Date() }
      return { next: `/claims/${await openClaim(record(), open)}` }
    }
  })
}
