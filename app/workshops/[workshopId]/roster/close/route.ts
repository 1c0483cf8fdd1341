import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { closeCheckIn } from '#server/workshop/attendance/change-check-in.ts'
import { rosterDoor, rosterPath } from '../door.ts'

type Context = { params: Promise<{ workshopId: string }> }

/** Closes the check-in of a day. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return rosterDoor(request, params, async ({ given: _, ...changing }) => {
    await closeCheckIn(record(), changing)
    return { next: withNotice(rosterPath(changing.workshopId, changing.heldOn), 'check_in_closed') }
  })
}
