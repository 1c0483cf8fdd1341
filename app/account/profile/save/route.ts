import { AppError } from '#server/errors.ts'
import { isTimeZone, profileSchema, saveProfile } from '#server/people/profiles/save-profile.ts'
import { record } from '#server/record/db/client.ts'
import { oneOf, profileDoor } from '../profile-door.ts'

/** Writes names, profession, employee number, time zone and consent. */
export function POST(request: Request): Promise<Response> {
  return profileDoor(request, async ({ person, fields }) => {
    const timeZone = oneOf(fields, 'timeZone') || null
    if (timeZone && !isTimeZone(timeZone)) throw new AppError('time_zone_unknown')
    const parsed = profileSchema.safeParse({
      givenName: oneOf(fields, 'givenName'),
      familyName: oneOf(fields, 'familyName'),
      credentials: oneOf(fields, 'credentials'),
      profession: oneOf(fields, 'profession') || null,
      employeeId: oneOf(fields, 'employeeId'),
      timeZone,
      consentsToReport: fields.get('consent')?.[0] === 'yes'
    })
    if (!parsed.success) throw new AppError('invalid_input')
    await saveProfile(record(), { actor: person, profile: parsed.data, now: new Date() })
  })
}
