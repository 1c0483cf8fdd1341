import { z } from 'zod'
import { duplicateActivity } from '#server/credit/activities/duplicate-activity.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../_parts/office-door.ts'

/** Begins another activity with what was written for this one. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ activityId: string }> }
): Promise<Response> {
  const { activityId } = await params
  return officeDoor(request, {
    back: `/manage/activities/${encodeURIComponent(activityId)}`,
    work: async ({ person, fields }) => {
      const { data: format } = z.enum(['enduring', 'live']).safeParse(onlyValue(fields, 'format'))
      if (!format) throw new AppError('invalid_input')
      const copy = await duplicateActivity(record(), { actor: person, activityId, format, now: new Date() })
      return { next: `/manage/activities/${copy}?notice=activity_begun` }
    }
  })
}
