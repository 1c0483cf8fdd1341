import { z } from 'zod'
import { oneEach } from '#app/_components/one-each.ts'
import { attestAndClaim } from '#server/credit/claims/attest-and-claim.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'

const attestSchema = z.strictObject({
  amount: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .optional(),
  minutes: z
    .string()
    .trim()
    .regex(/^([1-9]\d{0,3})?$/)
    .transform((text) => (text === '' ? null : Number(text)))
    .optional(),
  attested: z.literal('yes').optional()
})

/** Claims a credit and issues its certificate, and leads back to the claim, which then shows it. */
export async function POST(request: Request, { params }: { params: Promise<{ claimId: string }> }): Promise<Response> {
  const { claimId } = await params
  const page = `/claims/${encodeURIComponent(claimId)}`
  return reply(request, {
    back: page,
    work: async () => {
      const parsed = attestSchema.safeParse(oneEach(await readForm(request, env())))
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      if (!parsed.success) throw new AppError(hasAmountFault(parsed.error) ? 'amount_not_permitted' : 'invalid_input')
      const { amount = null, minutes = null, attested } = parsed.data
      const said = { isAttested: attested === 'yes', amountHundredths: amount, minutesReported: minutes }
      await attestAndClaim(record(), { actor, claimId, ...said, now: new Date() })
      return { next: page }
    }
  })
}

function hasAmountFault(error: z.ZodError): boolean {
  return error.issues.some(({ path }) => path[0] === 'amount')
}
