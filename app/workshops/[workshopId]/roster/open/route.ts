import { z } from 'zod'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { openCheckIn } from '#server/workshop/attendance/open-check-in.ts'
import { dayField, parsed, rosterDoor, rosterPath, timeField } from '../door.ts'

const openSchema = z.object({
  day: dayField,
  begins: timeField,
  zone: z.string().min(1).max(64),
  place: z.string().max(200),
  signing: z.coerce.number().int().min(0).max(15),
  claimDays: z.coerce.number().int().min(1).max(90)
})

type Context = { params: Promise<{ workshopId: string }> }

/** Opens the check-in of a day. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return rosterDoor(request, params, async ({ actor, workshopId, given, now }) => {
    const { day, begins, zone, place, signing, claimDays } = parsed(openSchema, given)
    const when = { heldOn: day, beginsAt: begins, timeZone: zone, place, signingMinutes: signing, claimDays }
    await openCheckIn(record(), { actor, workshopId, ...when, now })
    return { next: withNotice(rosterPath(workshopId, day), 'check_in_opened') }
  })
}
