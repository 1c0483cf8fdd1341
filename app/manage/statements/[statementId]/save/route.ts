import { z } from 'zod'
import { changeStatement } from '#server/credit/statements/change-statement.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../../_parts/office-door.ts'

/** Keeps compared words as the next version. */
export async function POST(request: Request, { params }: { params: Promise<{ statementId: string }> }) {
  const { statementId } = await params
  return officeDoor(request, {
    back: `/manage/statements/${encodeURIComponent(statementId)}`,
    work: async ({ person, fields }) => {
      const { data: seenVersion } = z.coerce.number().int().min(1).safeParse(onlyValue(fields, 'seen'))
      if (seenVersion === undefined) throw new AppError('invalid_input')
      const text = onlyValue(fields, 'text')
      await changeStatement(record(), { actor: person, statementId, seenVersion, text, now: new Date() })
      return { next: `/manage/statements?notice=saved#${statementId}` }
    }
  })
}
