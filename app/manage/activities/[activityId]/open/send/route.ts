import { openActivity } from '#server/credit/activities/open-activity.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue, revisionIn } from '../../../../_parts/office-door.ts'

/** Opens an activity for credit, as it was shown. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ activityId: string }> }
): Promise<Response> {
  const { activityId } = await params
  const here = `/manage/activities/${encodeURIComponent(activityId)}`
  return officeDoor(request, {
    back: `${here}/open`,
    work: async ({ person, fields }) => {
      const revision = revisionIn(fields)
      const mark = onlyValue(fields, 'mark')
      await openActivity(record(), { actor: person, activityId, mark, revision, now: new Date() })
      return { next: `${here}?notice=activity_now_open` }
    }
  })
}
