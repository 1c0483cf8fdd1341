import { z } from 'zod'
import { AppError } from '#server/errors.ts'
import type { VisitForm } from '#server/learning/attempts/begin-visit.ts'
import { fieldsOf } from '#server/requests.ts'

const shared = z.literal(['on', 'yes']).optional()
const choice = z.string().min(1).max(64)
const beginSchema = z.union([
  z.strictObject({ as: z.literal('continue'), shared, role: choice.optional(), jurisdiction: choice.optional() }),
  z.strictObject({ as: z.literal('new').optional(), shared, role: choice, jurisdiction: choice })
])

/** @returns what a start form says. Throws `choose_one` where role or jurisdiction is not chosen, `invalid_input`. */
export function parseBegin(form: FormData): VisitForm {
  const fields = fieldsOf(form)
  if ([...fields.values()].some((values) => values.length > 1)) throw new AppError('invalid_input')
  const given = Object.fromEntries([...fields].flatMap(([name, [value]]) => (value ? [[name, value]] : [])))
  const isUnchosen = given.as !== 'continue' && (!given.role || !given.jurisdiction)
  const parsed = beginSchema.safeParse(given)
  if (!parsed.success) throw new AppError(isUnchosen ? 'choose_one' : 'invalid_input')
  const isShared = parsed.data.shared !== undefined
  if (parsed.data.as === 'continue') return { as: 'continue', isShared }
  const { as = 'same', role, jurisdiction } = parsed.data
  return { as, isShared, role, jurisdiction }
}
