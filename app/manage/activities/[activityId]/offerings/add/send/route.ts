import { bodyIds } from '#machines/activity/offering.ts'
import { addOffering } from '#server/credit/offerings/add-offering.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor } from '../../../../../_parts/office-door.ts'
import { parseOffering } from '../../parse-offering.ts'

type Context = { params: Promise<{ activityId: string }> }

/** Adds a credit; a refused one leads back to the form of its body. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { activityId } = await params
  const here = `/manage/activities/${encodeURIComponent(activityId)}/offerings`
  const asked = new URL(request.url).searchParams.get('body')
  const body = bodyIds.find((each) => each === asked) ?? 'none'
  return officeDoor(request, {
    back: `${here}/add?body=${body}`,
    work: async ({ person, fields }) => {
      const terms = parseOffering(fields)
      const id = await addOffering(record(), { actor: person, activityId, terms, now: new Date() })
      return { next: `${here}?notice=saved#${id}` }
    }
  })
}
