import { closeActivity } from '#server/credit/activities/close-activity.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../../_parts/office-door.ts'

/** Closes an activity for new credit. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ activityId: string }> }
): Promise<Response> {
  const { activityId } = await params
  const here = `/manage/activities/${encodeURIComponent(activityId)}`
  return officeDoor(request, {
    back: `${here}/close`,
    work: async ({ person, fields }) => {
      const reason = onlyValue(fields, 'reason')
      if (reason.length > 1000) throw new AppError('invalid_input')
      await closeActivity(record(), { actor: person, activityId, reason, now: new Date() })
      return { next: `${here}?notice=activity_now_closed` }
    }
  })
}
