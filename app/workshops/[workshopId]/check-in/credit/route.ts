import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { takeCredit } from '#server/workshop/attendance/take-credit.ts'
import { checkInDoor, pathOf } from '../door.ts'

type Context = { params: Promise<{ workshopId: string }> }

/** Begins somebody's way to credit with the day they came, and leads to their activity. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { workshopId } = await params
  return checkInDoor(request, {
    back: pathOf(workshopId),
    work: async ({ given, person, now }) => {
      if (!person) throw new AppError('not_signed_in')
      const activityId = await takeCredit(record(), { workshopId, heldOn: given.day ?? '', person, now })
      return { next: `/activities/${activityId}` }
    }
  })
}
