import { z } from 'zod'
import { parseHundredths } from '#machines/activity/amount.ts'
import { offeringSchema } from '#machines/activity/offering.ts'
import type { OfferingTerms } from '#machines/activity/offering-rules.ts'
import { AppError } from '#server/errors.ts'
import type { Typed } from '#server/kept-forms.ts'
import { onlyValue } from '../../../_parts/office-door.ts'

const termsSchema = offeringSchema.omit({ id: true })
const whole = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/)
  .transform(Number)

/**
 * @returns a posted credit
 * @throws `amount_not_in_steps` where an amount is no number with a point, `form_incomplete` where something is missing
 *   or too long, `invalid_input` where it is not that form
 */
export function parseOffering(fields: Typed): OfferingTerms {
  const body = onlyValue(fields, 'body')
  const { data } = termsSchema.safeParse({
    body,
    label: onlyValue(fields, 'label'),
    unit: onlyValue(fields, 'unit'),
    maxHundredths: body === 'none' ? null : amountIn(fields, 'most'),
    stepHundredths: body === 'none' ? null : amountIn(fields, 'step'),
    statement: statementIn(onlyValue(fields, 'statement')),
    professions: fields.get('professions') ?? [],
    idsRequired: fields.get('idsRequired') ?? [],
    isPartialAllowed: fields.get('partial')?.[0] === 'yes',
    minScore: numberIn(fields, 'minScore'),
    maxAttempts: onlyValue(fields, 'maxAttempts').trim() === '' ? null : numberIn(fields, 'maxAttempts'),
    needsEvaluation: onlyValue(fields, 'evaluation') === 'yes',
    deliveryFormat: onlyValue(fields, 'deliveryFormat'),
    activityNumber: onlyValue(fields, 'activityNumber'),
    providerNumber: onlyValue(fields, 'providerNumber'),
    validFrom: onlyValue(fields, 'validFrom'),
    validTo: onlyValue(fields, 'validTo')
  })
  if (!data) throw new AppError('form_incomplete')
  return data
}

function amountIn(fields: Typed, name: string): number {
  const hundredths = parseHundredths(onlyValue(fields, name))
  if (hundredths === undefined) throw new AppError('amount_not_in_steps')
  return hundredths
}

function numberIn(fields: Typed, name: string): number {
  const { data } = whole.safeParse(onlyValue(fields, name))
  if (data === undefined) throw new AppError('form_incomplete')
  return data
}

// As the form sends it: nothing, or the id and the version with a space between.
function statementIn(text: string): { id: string; version: number } | null {
  if (text === '') return null
  const [, id, version] = text.match(/^([\w-]{1,64}) (\d{1,6})$/) ?? []
  if (id === undefined) throw new AppError('invalid_input')
  return { id, version: Number(version) }
}
