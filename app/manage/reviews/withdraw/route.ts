import { withdrawSignOff } from '#server/credit/sign-offs/withdraw-sign-off.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, oneLine, onlyValue } from '../../_parts/office-door.ts'

/** Takes a signature back, for a reason. */
export function POST(request: Request): Promise<Response> {
  return officeDoor(request, {
    back: '/manage/reviews',
    work: async ({ person, fields }) => {
      const signOffId = onlyValue(fields, 'signOff')
      const reason = oneLine(onlyValue(fields, `reason-${signOffId}`))
      await withdrawSignOff(record(), { actor: person, signOffId, reason, now: new Date() })
      return { next: '/manage/reviews?notice=sign_off_withdrawn' }
    }
  })
}
