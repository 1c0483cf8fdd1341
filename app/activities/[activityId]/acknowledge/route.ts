import { z } from 'zod'
import { oneEach } from '#app/_components/one-each.ts'
import { listProfessions } from '#machines/activity/professions.ts'
import { acknowledge } from '#server/credit/participations/acknowledge.ts'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply } from '#server/replies.ts'
import { readForm } from '#server/requests.ts'

const acknowledgeSchema = z.strictObject({
  showing: z.string().min(1).max(200),
  read: z.literal('yes'),
  profession: z.string().transform(professionOf),
  timeZone: z.string().min(1).max(64)
})

function professionOf(text: string, context: z.RefinementCtx) {
  const found = listProfessions().find(({ id }) => id === text)?.id
  if (!found) context.addIssue({ code: 'custom' })
  return found ?? z.NEVER
}

/** Begins an activity for credit with the front matter that was shown, and leads to its steps. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ activityId: string }> }
): Promise<Response> {
  const { activityId } = await params
  const page = `/activities/${encodeURIComponent(activityId)}`
  return reply(request, {
    back: page,
    work: async () => {
      const given = oneEach(await readForm(request, env()))
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      if (given.read !== 'yes') throw new AppError('front_matter_unread')
      const parsed = acknowledgeSchema.safeParse(given)
      if (!parsed.success) throw new AppError(given.profession && given.timeZone ? 'invalid_input' : 'choose_one')
      const { read: _, ...rest } = parsed.data
      await acknowledge(record(), { actor, activityId, ...rest, now: new Date() })
      return { next: `${page}#steps` }
    }
  })
}
