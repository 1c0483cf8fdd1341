import { z } from 'zod'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { type Person, personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply, type Way } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

// A sheet of three hundred lines of a hundred letters, some of them three bytes in three signs each.
const formLimit = 256 * 1024

/** Who records, and what their form says; `heldOn` is the day that it is about. */
export type Recording = { actor: Person; workshopId: string; heldOn: string; given: Record<string, string>; now: Date }

type Work = (recording: Recording) => Promise<Way | Response>

/** A day and a time as forms send them. */
export const dayField = z.iso.date()
export const timeField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Does what a form of the roster asks for, and leads back to its day. */
export async function rosterDoor(
  request: Request,
  params: Promise<{ workshopId: string }>,
  work: Work
): Promise<Response> {
  const { workshopId } = await params
  return reply(request, {
    back: rosterPath(workshopId),
    work: async () => {
      const fields = fieldsOf(await readForm(request, env(), formLimit))
      const given = Object.fromEntries([...fields].map(([name, [value = '']]) => [name, value.trim()]))
      const actor = await personBehind(record(), request.headers)
      if (!actor) throw new AppError('not_signed_in')
      return work({ actor, workshopId, heldOn: given.day ?? '', given, now: new Date() })
    }
  })
}

/** @returns what a form says by a schema. Throws `form_incomplete`. */
export function parsed<T>(schema: z.ZodType<T>, given: Record<string, string>): T {
  const result = schema.safeParse(given)
  if (!result.success) throw new AppError('form_incomplete')
  return result.data
}

/** @returns the path of a workshop's roster, of one day where one is named. */
export function rosterPath(workshopId: string, heldOn = ''): string {
  const path = `/workshops/${encodeURIComponent(workshopId)}/roster`
  return heldOn ? `${path}?day=${encodeURIComponent(heldOn)}` : path
}
