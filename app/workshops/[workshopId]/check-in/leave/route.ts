import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { checkOut } from '#server/workshop/attendance/check-out.ts'
import { checkInDoor, pathOf } from '../door.ts'

type Context = { params: Promise<{ workshopId: string }> }

/** Takes the end code. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { workshopId } = await params
  const back = pathOf(workshopId)
  return checkInDoor(request, {
    back,
    work: async ({ given, person, typist, now }) => {
      const { code = '', email } = given
      await checkOut(record(), { workshopId, typed: code, typist, person, email, now })
      return { next: withNotice(back, 'checked_out') }
    }
  })
}
