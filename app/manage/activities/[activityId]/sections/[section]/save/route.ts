import { isDraftSection } from '#machines/activity/sections.ts'
import { saveSection } from '#server/credit/activities/save-section.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, revisionIn } from '../../../../../_parts/office-door.ts'
import { parseSection } from '../parse-section.ts'

/** Saves one section of an activity's draft. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ activityId: string; section: string }> }
): Promise<Response> {
  const { activityId, section } = await params
  const back = `/manage/activities/${encodeURIComponent(activityId)}/sections/${encodeURIComponent(section)}`
  return officeDoor(request, {
    back,
    work: async ({ person, fields }) => {
      if (!isDraftSection(section)) throw new AppError('activity_not_found')
      const revision = revisionIn(fields)
      const parsed = parseSection(section, fields)
      if ('faults' in parsed) throw new AppError('invalid_input')
      await saveSection(record(), {
        actor: person,
        activityId,
        section,
        fields: parsed.fields,
        revision,
        now: new Date()
      })
      return { next: `/manage/activities/${encodeURIComponent(activityId)}?notice=saved` }
    }
  })
}
