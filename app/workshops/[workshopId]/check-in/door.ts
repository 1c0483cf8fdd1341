import type { z } from 'zod'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { type Person, personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply, type Way } from '#server/replies.ts'
import { addressIn, fieldsOf, readForm } from '#server/requests.ts'
import type { Typist } from '#server/workshop/attendance/limit-misses.ts'

/** What comes through a door of the check-in: its fields, and who sent it where they are signed in. */
export type Come = { given: Record<string, string>; person: Person | null; typist: Typist; now: Date }

/** Does what a form of the check-in asks for. `back` is the page it leads to where it is refused. */
export function checkInDoor(request: Request, { back, work }: { back: string; work: (come: Come) => Promise<Way> }) {
  return reply(request, {
    back,
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const given = Object.fromEntries([...fields].map(([name, [value = '']]) => [name, value.trim()]))
      const person = (await personBehind(record(), request.headers)) ?? null
      const typist: Typist = person
        ? { kind: 'account', id: person.userId }
        : { kind: 'address', id: addressIn(request.headers) }
      return work({ given, person, typist, now: new Date() })
    }
  })
}

/** @returns what a form says by a schema. Throws `form_incomplete`. */
export function parsed<T>(schema: z.ZodType<T>, given: Record<string, string>): T {
  const result = schema.safeParse(given)
  if (!result.success) throw new AppError('form_incomplete')
  return result.data
}

/** @returns the path of a workshop's check-in. */
export function pathOf(workshopId: string): string {
  return `/workshops/${encodeURIComponent(workshopId)}/check-in`
}
