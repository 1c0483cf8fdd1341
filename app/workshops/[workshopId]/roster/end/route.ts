import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { showEndCode } from '#server/workshop/attendance/change-check-in.ts'
import { rosterDoor, rosterPath } from '../door.ts'

type Context = { params: Promise<{ workshopId: string }> }

/** Lets the end code be shown and taken. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return rosterDoor(request, params, async ({ given: _, ...changing }) => {
    await showEndCode(record(), changing)
    return { next: withNotice(rosterPath(changing.workshopId, changing.heldOn), 'end_code_on') }
  })
}
