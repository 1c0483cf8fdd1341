import { z } from 'zod'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { startBoosters } from '#server/learning/boosters/start-boosters.ts'
import { stopBoosters } from '#server/learning/boosters/stop-boosters.ts'
import { cookieFor } from '#server/people/learners/cookie.ts'
import { comerBehind, learnerBehind } from '#server/people/learners/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply, type Way } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

const next = '/progress#boosters'

/** Starts a plan of boosters, which sets the learner's cookie, or ends it with one press. */
export async function POST(request: Request): Promise<Response> {
  return reply(request, {
    back: '/progress',
    work: async () => {
      const { as, shared } = parsePlan(await readForm(request, env()))
      return as === 'start' ? start(request, shared !== undefined) : stop(request)
    }
  })
}

async function start(request: Request, isShared: boolean): Promise<Way> {
  const comer = await comerBehind(record(), request)
  const { isKept, ...planned } = await startBoosters(record(), { ...comer, isShared, now: new Date() })
  const isSecure = env().publicUrl.startsWith('https:')
  return { next, ...(planned.token && { cookie: cookieFor(planned.token, { isKept, isSecure }) }) }
}

async function stop(request: Request): Promise<Way> {
  const learner = await learnerBehind(record(), request)
  if (learner) await stopBoosters(record(), { learnerId: learner.id })
  return { next }
}

const planSchema = z.strictObject({
  as: z.tuple([z.enum(['start', 'stop'])]).transform(([as]) => as),
  shared: z.tuple([z.literal('yes')]).optional()
})

function parsePlan(form: FormData): z.output<typeof planSchema> {
  const parsed = planSchema.safeParse(Object.fromEntries(fieldsOf(form)))
  if (!parsed.success) throw new AppError('invalid_input')
  return parsed.data
}
