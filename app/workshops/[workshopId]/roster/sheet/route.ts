import { z } from 'zod'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { takeSheet } from '#server/workshop/attendance/change-roster.ts'
import { readSheet } from '#server/workshop/attendance/read-sheet.ts'
import { parsed, rosterDoor, rosterPath } from '../door.ts'

const sheetSchema = z.object({
  lines: z.string().min(1).max(60_000),
  'read-all': z.literal('yes').optional(),
  reason: z.string().max(300)
})

type Context = { params: Promise<{ workshopId: string }> }

/** Takes the lines of a paper sheet, all of them or none. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return rosterDoor(request, params, async ({ given, ...changing }) => {
    const { lines, reason, 'read-all': read } = parsed(sheetSchema, given)
    await takeSheet(record(), { ...changing, reason, lines: readSheet(lines, { hasRead: read === 'yes' }) })
    return { next: withNotice(rosterPath(changing.workshopId, changing.heldOn), 'roster_taken') }
  })
}
