import { bodyIds } from '#machines/activity/offering.ts'
import { addStatement } from '#server/credit/statements/add-statement.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../_parts/office-door.ts'

/** Keeps a pasted statement as its first version. */
export function POST(request: Request): Promise<Response> {
  return officeDoor(request, {
    back: '/manage/statements/add',
    work: async ({ person, fields }) => {
      const body = bodyIds.find((each) => each === onlyValue(fields, 'body'))
      if (!body) throw new AppError('invalid_input')
      const organizationId = onlyValue(fields, 'organization')
      const text = onlyValue(fields, 'text')
      const id = await addStatement(record(), { actor: person, organizationId, body, text, now: new Date() })
      return { next: `/manage/statements?notice=saved#${id}` }
    }
  })
}
