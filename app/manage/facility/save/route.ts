import { z } from 'zod'
import { AppError } from '#server/errors.ts'
import { editCard } from '#server/learning/facility/edit-card.ts'
import { parseCard } from '#server/learning/facility/parse-card.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue } from '../../_parts/office-door.ts'

/** Keeps an organization's card. */
export function POST(request: Request): Promise<Response> {
  return officeDoor(request, {
    back: '/manage/facility',
    work: async ({ person, fields }) => {
      const organizationId = onlyValue(fields, 'organization')
      const { data: seenRevision } = z.coerce.number().int().min(0).safeParse(onlyValue(fields, 'revision'))
      if (seenRevision === undefined) throw new AppError('invalid_input')
      const rest = new Map([...fields].filter(([name]) => name !== 'organization' && name !== 'revision'))
      const card = parseCard(rest)
      await editCard(record(), { actor: person, organizationId, seenRevision, card, now: new Date() })
      return { next: '/manage/facility?notice=saved' }
    }
  })
}
