import { z } from 'zod'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { moveBeginning } from '#server/workshop/attendance/change-check-in.ts'
import { parsed, rosterDoor, rosterPath, timeField } from '../door.ts'

const moveSchema = z.object({ begins: timeField, reason: z.string().max(300) })

type Context = { params: Promise<{ workshopId: string }> }

/** Corrects when a day began. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return rosterDoor(request, params, async ({ given, ...changing }) => {
    const { begins: beginsAt, reason } = parsed(moveSchema, given)
    await moveBeginning(record(), { ...changing, beginsAt, reason })
    return { next: withNotice(rosterPath(changing.workshopId, changing.heldOn), 'attendance_changed') }
  })
}
