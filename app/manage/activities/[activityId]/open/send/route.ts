import { openActivity } from '#server/credit/activities/open-activity.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../../_parts/office-door.ts'

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
      const revision = Number(onlyValue(fields, 'revision'))
      const mark = onlyValue(fields, 'mark')
      if (!Number.isSafeInteger(revision)) throw new AppError('invalid_input')
      await openActivity(record(), { actor: person, activityId, mark, revision, now: new Date() })
      return { next: `${here}?notice=activity_now_open` }
    }
  })
}
