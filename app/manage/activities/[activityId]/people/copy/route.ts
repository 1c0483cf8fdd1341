import { copyContributors } from '#server/credit/contributors/copy-contributors.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../../_parts/office-door.ts'

type Context = { params: Promise<{ activityId: string }> }

/** Lists the people of another activity here as well. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { activityId } = await params
  const here = `/manage/activities/${encodeURIComponent(activityId)}/people`
  return officeDoor(request, {
    back: here,
    work: async ({ person, fields }) => {
      const fromActivityId = onlyValue(fields, 'from')
      await copyContributors(record(), { actor: person, activityId, fromActivityId, now: new Date() })
      return { next: `${here}?notice=people_copied` }
    }
  })
}
