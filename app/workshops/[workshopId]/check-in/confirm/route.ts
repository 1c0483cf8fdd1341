import { z } from 'zod'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { withNotice } from '#server/replies.ts'
import { checkIn } from '#server/workshop/attendance/check-in.ts'
import { entryIn } from '#server/workshop/attendance/entry.ts'
import { professionOf } from '#server/workshop/attendance/read-sheet.ts'
import { checkInDoor, parsed, pathOf } from '../door.ts'

const name = z.string().min(1).max(120)
const confirmSchema = z.object({
  showing: z.string().min(1).max(200),
  read: z.literal('yes'),
  profession: z.string().max(60).optional(),
  givenName: name.optional(),
  familyName: name.optional(),
  email: z.email().max(254).optional()
})

type Context = { params: Promise<{ workshopId: string }> }

/** Checks somebody in who has read the page, and leads back to where the end code is entered later. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { workshopId } = await params
  const back = pathOf(workshopId)
  return checkInDoor(request, {
    back: `${back}/before`,
    work: async ({ given, person, now }) => {
      const entry = entryIn(request.headers.get('cookie'), { workshopId, now })
      if (!entry) throw new AppError('check_in_code_first')
      if (given.read !== 'yes') throw new AppError('front_matter_unread')
      const { showing, read: _, profession = '', ...said } = parsed(confirmSchema, given)
      await checkIn(record(), { entry, person, showing, said: { ...said, profession: professionOf(profession) }, now })
      return { next: withNotice(back, 'checked_in') }
    }
  })
}
