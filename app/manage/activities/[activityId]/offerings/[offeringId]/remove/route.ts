import { removeOffering } from '#server/credit/offerings/remove-offering.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../../../_parts/office-door.ts'

type Context = { params: Promise<{ activityId: string; offeringId: string }> }

/** Takes a credit out of an activity. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { activityId, offeringId } = await params
  const here = `/manage/activities/${encodeURIComponent(activityId)}/offerings`
  return officeDoor(request, {
    back: here,
    work: async ({ person, fields }) => {
      const seen = onlyValue(fields, 'seen')
      await removeOffering(record(), { actor: person, activityId, offeringId, seen, now: new Date() })
      return { next: `${here}?notice=removed` }
    }
  })
}
