import { AppError } from '#server/errors.ts'
import { licenseSchema } from '#server/people/profiles/identifiers.ts'
import { addLicense } from '#server/people/profiles/save-license.ts'
import { record } from '#server/record/db/client.ts'
import { oneOf, profileDoor } from '../../profile-door.ts'

/** Keeps one more license. */
export function POST(request: Request): Promise<Response> {
  return profileDoor(request, async ({ person, fields }) => {
    const parsed = licenseSchema.safeParse({
      state: oneOf(fields, 'state'),
      number: oneOf(fields, 'number'),
      board: oneOf(fields, 'board'),
      kind: oneOf(fields, 'kind')
    })
    if (!parsed.success) throw new AppError('number_wrong')
    await addLicense(record(), { actor: person, license: parsed.data, now: new Date() })
  })
}
