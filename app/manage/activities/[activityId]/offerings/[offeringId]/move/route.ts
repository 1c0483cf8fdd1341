import { moveOffering } from '#server/credit/offerings/move-offering.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, stepIn } from '../../../../../_parts/office-door.ts'

type Context = { params: Promise<{ activityId: string; offeringId: string }> }

/** Moves a credit up or down in its activity. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { activityId, offeringId } = await params
  const here = `/manage/activities/${encodeURIComponent(activityId)}/offerings`
  return officeDoor(request, {
    back: here,
    work: async ({ person, fields }) => {
      await moveOffering(record(), { actor: person, activityId, offeringId, by: stepIn(fields), now: new Date() })
      return { next: `${here}#${offeringId}` }
    }
  })
}
