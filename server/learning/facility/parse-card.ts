import { z } from 'zod'
import { type FacilityCard, facilityFields } from '#content/registry-schema.ts'
import { AppError } from '#server/errors.ts'
import { type FacilityLine, facilityOf } from '#server/learning/reference/queries.ts'
import { cardLimits } from './card-limits.ts'
import { cardEntryFields, type FilledCard } from './write-card.ts'

const ids = facilityFields.map(({ id }) => id)

const entrySchema = z.strictObject({
  name: line(cardLimits.name),
  phone: line(cardLimits.phone),
  hours: line(cardLimits.hours),
  note: line(cardLimits.note),
  checkedOn: z.union([z.literal(''), z.iso.date()]),
  checkedBy: line(cardLimits.checkedBy)
})
const cardSchema = z.strictObject({ facility: line(cardLimits.facility), lines: z.record(z.enum(ids), entrySchema) })

/**
 * @param fields those of a posted card: `facility` and, for each line, `socialWork.phone` and the like
 * @throws `invalid_input` where a field is missing, given twice, not ours, or longer than the page allows
 */
export function parseCard(fields: ReadonlyMap<string, string[]>): FilledCard {
  const lines = Object.fromEntries(ids.map((id) => [id, entryOf(fields, id)]))
  const { data } = cardSchema.safeParse({ facility: only(fields.get('facility')), lines })
  if (!data || fields.size !== 1 + ids.length * cardEntryFields.length) throw new AppError('invalid_input')
  return data
}

/** @returns a card with every line and field written out; a blank one is empty. */
export function filledCard(card: FacilityCard): FilledCard {
  const { name = '', lines: found } = facilityOf(card)
  const blank = Object.fromEntries(cardEntryFields.map((field) => [field, '']))
  const lines = Object.fromEntries(found.map((line) => [line.id, { ...blank, ...known(line) }]))
  return cardSchema.parse({ facility: cut(name, cardLimits.facility), lines })
}

/** @returns what was typed into a form that was refused; a missing field stays as `otherwise` has it. */
export function typedCard(typed: ReadonlyMap<string, readonly string[]>, otherwise: FilledCard): FilledCard {
  const card = structuredClone(otherwise)
  card.facility = typed.get('facility')?.[0] ?? card.facility
  for (const id of ids)
    for (const field of cardEntryFields)
      card.lines[id][field] = typed.get(`${id}.${field}`)?.[0] ?? card.lines[id][field]
  return card
}

// A file may say more than a form takes; what is too long is cut where it is edited here.
function known(entry: FacilityLine): Record<string, string> {
  return Object.fromEntries(
    cardEntryFields.flatMap((field) => {
      const text = entry[field]
      return text === undefined ? [] : [[field, field === 'checkedOn' ? text : cut(text, cardLimits[field])]]
    })
  )
}

function cut(text: string, longest: number): string {
  return text.slice(0, longest)
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
