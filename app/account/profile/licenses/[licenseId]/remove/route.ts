import { removeLicense } from '#server/people/profiles/save-license.ts'
import { record } from '#server/record/db/client.ts'
import { profileDoor } from '../../../profile-door.ts'

/** Lets a license of one's own go. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ licenseId: string }> }
): Promise<Response> {
  const { licenseId } = await params
  return profileDoor(request, ({ person }) => removeLicense(record(), { actor: person, licenseId, now: new Date() }))
}
