import { moveContributor } from '#server/credit/contributors/move-contributor.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, stepIn } from '../../../../../_parts/office-door.ts'

type Context = { params: Promise<{ activityId: string; contributorId: string }> }

/** Moves a person up or down in the list of an activity. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { activityId, contributorId } = await params
  const here = `/manage/activities/${encodeURIComponent(activityId)}/people`
  return officeDoor(request, {
    back: here,
    work: async ({ person, fields }) => {
      const move = { by: stepIn(fields), now: new Date() }
      await moveContributor(record(), { actor: person, activityId, contributorId, ...move })
      return { next: `${here}#${contributorId}` }
    }
  })
}
