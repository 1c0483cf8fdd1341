import { z } from 'zod'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { addByHand } from '#server/workshop/attendance/change-roster.ts'
import { professionOf } from '#server/workshop/attendance/read-sheet.ts'
import { parsed, rosterDoor, rosterPath, timeField } from '../door.ts'

const addSchema = z.object({
  givenName: z.string().min(1).max(120),
  familyName: z.string().min(1).max(120),
  email: z.email().max(254).or(z.literal('')),
  profession: z.string().max(60),
  from: timeField,
  to: timeField,
  'read-one': z.literal('yes').optional(),
  reason: z.string().max(300)
})

type Context = { params: Promise<{ workshopId: string }> }

/** Puts one person on the roster by hand. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return rosterDoor(request, params, async ({ given, ...changing }) => {
    const { reason, email, profession, 'read-one': read, ...said } = parsed(addSchema, given)
    const entered = {
      ...said,
      email: email || null,
      profession: professionOf(profession) ?? null,
      hasRead: read === 'yes'
    }
    await addByHand(record(), { ...changing, reason, entered })
    return { next: withNotice(rosterPath(changing.workshopId, changing.heldOn), 'attendance_added') }
  })
}
