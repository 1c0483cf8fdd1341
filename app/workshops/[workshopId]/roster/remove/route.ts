import { z } from 'zod'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { removeFromRoster } from '#server/workshop/attendance/change-roster.ts'
import { parsed, rosterDoor, rosterPath } from '../door.ts'

const removeSchema = z.object({ line: z.string().max(64), reason: z.string().max(300) })

type Context = { params: Promise<{ workshopId: string }> }

/** Takes somebody off the roster. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return rosterDoor(request, params, async ({ given, ...changing }) => {
    const { line: attendanceId, reason } = parsed(removeSchema, given)
    await removeFromRoster(record(), { ...changing, attendanceId, reason })
    return { next: withNotice(rosterPath(changing.workshopId, changing.heldOn), 'attendance_removed') }
  })
}
