import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { type Person, personBehind } from '#server/people/auth/person.ts'
import { findProfile, missingIdentifiers } from '#server/people/profiles/queries.ts'
import { record } from '#server/record/db/client.ts'
import { reply, withNotice } from '#server/replies.ts'
import { fieldsOf, readForm } from '#server/requests.ts'
import { type AskedFor, askedForIn, profilePath } from './asked-for.ts'

type Asked = { person: Person; fields: ReadonlyMap<string, string[]> }

/**
 * Does what a form of the profile asks for. It leads back to the profile, or onward where a credit asked for something
 * and has it now, both names with it.
 */
export function profileDoor(request: Request, work: (asked: Asked) => Promise<void>): Promise<Response> {
  const address = new URL(request.url).searchParams
  const askedFor = askedForIn({ needs: address.get('needs'), next: address.get('next') })
  return reply(request, {
    back: profilePath(askedFor),
    work: async () => {
      const fields = fieldsOf(await readForm(request, env()))
      const person = await personBehind(record(), request.headers)
      if (!person) throw new AppError('not_signed_in')
      await work({ person, fields })
      return { next: await onward(person, askedFor) }
    }
  })
}

/** @returns the only value of a field. Throws `invalid_input`. */
export function oneOf(fields: Asked['fields'], name: string): string {
  const [value, ...others] = fields.get(name) ?? []
  if (value === undefined || others.length > 0) throw new AppError('invalid_input')
  return value
}

async function onward({ userId }: Person, askedFor: AskedFor): Promise<string> {
  const profile = await findProfile(record(), userId)
  const isNamed = profile !== undefined && profile.givenName !== '' && profile.familyName !== ''
  const missing = await missingIdentifiers(record(), userId, askedFor.needs)
  if (askedFor.next && isNamed && missing.length === 0) return askedFor.next
  return withNotice(profilePath(askedFor), 'profile_saved')
}
