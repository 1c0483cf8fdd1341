import { editCard } from '#server/learning/facility/edit-card.ts'
import { parseCard } from '#server/learning/facility/parse-card.ts'
import { record } from '#server/record/db/client.ts'
import { officeDoor, onlyValue, revisionIn } from '../../_parts/office-door.ts'

/** Keeps an organization's card. */
export function POST(request: Request): Promise<Response> {
  return officeDoor(request, {
    back: '/manage/facility',
    work: async ({ person, fields }) => {
      const organizationId = onlyValue(fields, 'organization')
      const seenRevision = revisionIn(fields)
      const rest = new Map([...fields].filter(([name]) => name !== 'organization' && name !== 'revision'))
      const card = parseCard(rest)
      await editCard(record(), { actor: person, organizationId, seenRevision, card, now: new Date() })
      return { next: '/manage/facility?notice=saved' }
    }
  })
}
