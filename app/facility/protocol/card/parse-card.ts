import { z } from 'zod'
import type { FacilityField } from '#content/registry-schema.ts'
import { AppError } from '#server/errors.ts'
import { cardEntryFields, type FilledCard } from '#server/learning/facility/write-card.ts'
import { fieldsOf } from '#server/requests.ts'
import { cardLimits } from './card-limits.ts'

const entrySchema = z.strictObject({
  name: line(cardLimits.name),
  phone: line(cardLimits.phone),
  hours: line(cardLimits.hours),
  note: line(cardLimits.note),
  checkedOn: z.union([z.literal(''), z.iso.date()])
})

/**
 * @param ids the lines that a card has
 * @returns a posted card; its fields are `facility` and, for each line, `socialWork.phone` and the like
 * @throws `invalid_input` where a field is missing, given twice, not ours, or longer than the page allows
 */
export function parseCard(form: FormData, ids: readonly FacilityField[]): FilledCard {
  const fields = fieldsOf(form)
  const lines = z
    .record(z.enum(ids), entrySchema)
    .safeParse(Object.fromEntries(ids.map((id) => [id, entryOf(fields, id)])))
  const facility = line(cardLimits.facility).safeParse(only(fields.get('facility')))
  if (!lines.success || !facility.success || fields.size !== 1 + ids.length * cardEntryFields.length) {
    throw new AppError('invalid_input')
  }
  return { facility: facility.data, lines: lines.data }
}

function entryOf(fields: ReadonlyMap<string, string[]>, id: string) {
  return Object.fromEntries(cardEntryFields.map((field) => [field, only(fields.get(`${id}.${field}`))]))
}

function only(values: readonly string[] | undefined): string | undefined {
  return values?.length === 1 ? values[0] : undefined
}

/** One line of text: a tab, a break or any other control character becomes a space. */
function line(longest: number) {
  return z
    .string()
    .transform((text) => text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim())
    .pipe(z.string().max(longest))
}
