import { z } from 'zod'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { setTimes } from '#server/workshop/attendance/change-roster.ts'
import { parsed, rosterDoor, rosterPath, timeField } from '../door.ts'

const changeSchema = z.object({ line: z.string().max(64), from: timeField, to: timeField, reason: z.string().max(300) })

type Context = { params: Promise<{ workshopId: string }> }

/** Sets the times of somebody on the roster. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return rosterDoor(request, params, async ({ given, ...changing }) => {
    const { line: attendanceId, ...times } = parsed(changeSchema, given)
    await setTimes(record(), { ...changing, attendanceId, ...times })
    return { next: withNotice(rosterPath(changing.workshopId, changing.heldOn), 'attendance_changed') }
  })
}
