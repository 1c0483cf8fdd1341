import { removeContributor } from '#server/credit/contributors/remove-contributor.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../../../_parts/office-door.ts'

type Context = { params: Promise<{ activityId: string; contributorId: string }> }

/** Takes a person off the list of an activity. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { activityId, contributorId } = await params
  const here = `/manage/activities/${encodeURIComponent(activityId)}/people`
  return officeDoor(request, {
    back: here,
    work: async ({ person, fields }) => {
      const seen = onlyValue(fields, 'seen')
      await removeContributor(record(), { actor: person, activityId, contributorId, seen, now: new Date() })
      return { next: `${here}?notice=removed` }
    }
  })
}
