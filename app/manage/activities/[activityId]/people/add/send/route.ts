import { addContributor } from '#server/credit/contributors/add-contributor.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor } from '../../../../../_parts/office-door.ts'
import { parseContributor } from '../../parse-contributor.ts'

type Context = { params: Promise<{ activityId: string }> }

/** Lists somebody with an activity. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { activityId } = await params
  const here = `/manage/activities/${encodeURIComponent(activityId)}/people`
  return officeDoor(request, {
    back: `${here}/add`,
    work: async ({ person, fields }) => {
      const terms = parseContributor(fields)
      const id = await addContributor(record(), { actor: person, activityId, terms, now: new Date() })
      return { next: `${here}?notice=saved#${id}` }
    }
  })
}
