import { recordSignatures } from '#server/credit/sign-offs/sign-contents.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, oneLine, onlyValue } from '../../_parts/office-door.ts'
import { chosenIn, readerIn } from '../chosen.ts'

/** Keeps a signature given on paper, as recorded by the office. */
export function POST(request: Request): Promise<Response> {
  return officeDoor(request, {
    back: '/manage/reviews',
    work: async ({ person, fields }) => {
      await recordSignatures(record(), {
        actor: person,
        organizationId: onlyValue(fields, 'organization'),
        contents: chosenIn(fields),
        reader: readerIn(fields),
        signedOn: onlyValue(fields, 'signedOn'),
        reason: oneLine(onlyValue(fields, 'reason')),
        now: new Date()
      })
      return { next: '/manage/reviews?notice=signed' }
    }
  })
}
