import { changeOffering } from '#server/credit/offerings/change-offering.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../../../_parts/office-door.ts'
import { parseOffering } from '../../parse-offering.ts'

type Context = { params: Promise<{ activityId: string; offeringId: string }> }

/** Replaces a credit by what was typed. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { activityId, offeringId } = await params
  const here = `/manage/activities/${encodeURIComponent(activityId)}/offerings`
  return officeDoor(request, {
    back: `${here}/${encodeURIComponent(offeringId)}`,
    work: async ({ person, fields }) => {
      const change = { seen: onlyValue(fields, 'seen'), terms: parseOffering(fields), now: new Date() }
      await changeOffering(record(), { actor: person, activityId, offeringId, ...change })
      return { next: `${here}?notice=saved#${offeringId}` }
    }
  })
}
