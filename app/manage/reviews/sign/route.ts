import { signContents } from '#server/credit/sign-offs/sign-contents.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../_parts/office-door.ts'
import { chosenIn, readerIn } from '../chosen.ts'

/** Keeps a reviewer's own signature under the pieces that are marked. */
export function POST(request: Request): Promise<Response> {
  return officeDoor(request, {
    back: '/manage/reviews',
    work: async ({ person, fields }) => {
      await signContents(record(), {
        actor: person,
        organizationId: onlyValue(fields, 'organization'),
        contents: chosenIn(fields),
        reader: readerIn(fields),
        now: new Date()
      })
      return { next: '/manage/reviews?notice=signed' }
    }
  })
}
