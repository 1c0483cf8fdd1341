import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { dropKeptForm, findKeptForm, keepForm, type Typed } from '#server/kept-forms.ts'
import { type Person, personBehind } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'
import { reply, type Way } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'

// An office writes its texts in one form: nine of up to 6,000 characters, some of them three bytes in three signs each.
const formLimit = 512 * 1024

/** Somebody signed in, and what their form says. */
export type Asked = { person: Person; fields: ReadonlyMap<string, string[]> }

/**
 * Does what a managing form asks for. One that is refused leads back to its page, which finds what was typed by
 * `typedAt`.
 * @param back the path of the form's page
 */
export function officeDoor(
  request: Request,
  { back, work }: { back: string; work: (asked: Asked) => Promise<Way> }
): Promise<Response> {
  return reply(request, {
    back,
    work: async () => {
      const person = await personBehind(record(), request.headers)
      if (!person) throw new AppError('not_signed_in')
      const fields = fieldsOf(await readForm(request, env(), formLimit))
      const { sessionId } = person
      try {
        const way = await work({ person, fields })
        dropKeptForm({ sessionId, path: back })
        return way
      } catch (fault) {
        keepForm({ sessionId, path: back, now: new Date() }, fields)
        throw fault
      }
    }
  })
}

/**
 * @param notice the `notice` of the page's address; without one nothing was refused
 * @returns what was typed into the form of this page when it was last refused
 */
export function typedAt({ sessionId }: Person, path: string, notice: unknown): Typed | undefined {
  return notice === undefined ? undefined : findKeptForm({ sessionId, path, now: new Date() })
}

/** @returns the only value of a field. Throws `invalid_input` where it is missing or given twice. */
export function onlyValue(fields: Typed, name: string): string {
  const [value, ...others] = fields.get(name) ?? []
  if (value === undefined || others.length > 0) throw new AppError('invalid_input')
  return value
}

/** @returns the revision that a form showed, as `revision`. Throws `invalid_input`. */
export function revisionIn(fields: Typed): number {
  const text = onlyValue(fields, 'revision')
  if (!/^\d{1,9}$/.test(text)) throw new AppError('invalid_input')
  return Number(text)
}

/** @returns where a form moves something: up or down. Throws `invalid_input`. */
export function stepIn(fields: Typed): -1 | 1 {
  const by = onlyValue(fields, 'by')
  if (by !== '-1' && by !== '1') throw new AppError('invalid_input')
  return by === '1' ? 1 : -1
}

/** @returns a text as typed on one line: breaks and other control characters become spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim()
}
