import type { ContributorTerms } from '#machines/activity/contributor-rules.ts'
import { contributorSchema } from '#machines/activity/draft.ts'
import { AppError } from '#server/errors.ts'
import type { Typed } from '#server/kept-forms.ts'
import { oneLine, onlyValue } from '../../../_parts/office-door.ts'
import { rowsIn } from './contributor-values.ts'

const termsSchema = contributorSchema.omit({ id: true })

/**
 * @returns a posted person of an activity
 * @throws `disclosure_incomplete` where a relationship is not told whole, `form_incomplete` where something is missing
 *   or too long, `invalid_input` where it is not that form
 */
export function parseContributor(fields: Typed): ContributorTerms {
  const rows = rowsIn(fields)
  if (rows.some(({ company, nature, relevant }) => company === '' || nature === '' || relevant === ''))
    throw new AppError('disclosure_incomplete')
  const { data } = termsSchema.safeParse({
    name: oneLine(onlyValue(fields, 'name')),
    credentials: oneLine(onlyValue(fields, 'credentials')),
    employer: oneLine(onlyValue(fields, 'employer')),
    profession: onlyValue(fields, 'profession'),
    roles: fields.get('roles') ?? [],
    disclosure: onlyValue(fields, 'disclosure'),
    relationships: rows.map(({ relevant, ...row }) => ({ ...row, isRelevant: relevant === 'yes' })),
    collectedOn: onlyValue(fields, 'collectedOn'),
    assessedBy: oneLine(onlyValue(fields, 'assessedBy'))
  })
  if (!data) throw new AppError('form_incomplete')
  return data
}
