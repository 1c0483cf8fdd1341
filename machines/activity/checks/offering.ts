import { professions } from '#content/professions.ts'
import { type Gap, gapIf } from '../gap.ts'
import { bodies, type CreditOffering } from '../offering.ts'
import type { Planned } from '../planned.ts'
import { bodyGaps } from './bodies.ts'
import { creditName, statementOf } from './credit.ts'

/** @returns what is wrong with the credits that an activity offers, one after the other. */
export function creditGaps(planned: Planned): Gap[] {
  const { offerings } = planned
  return [
    ...gapIf(offerings.length === 0, 'offering_missing'),
    ...offerings.flatMap((offering) => [...offeringGaps(offering, planned), ...bodyGaps(offering, planned)])
  ]
}

function offeringGaps(offering: CreditOffering, planned: Planned): Gap[] {
  const { body, validFrom, validTo, deliveryFormat } = offering
  const { draft, course, isDemonstration, today } = planned
  const credit = creditName(offering)
  const { expiry } = draft.dates
  return [
    ...gapIf(isDemonstration && body !== 'none', 'demonstration_credit', { credit }),
    ...statementGaps(offering, planned),
    ...professionGaps(offering, planned),
    ...amountGaps(offering, draft.minutes),
    ...gapIf(validTo < validFrom, 'offering_dates_reversed', { credit }),
    ...gapIf(validTo < today, 'offering_ended', { credit, validTo }),
    ...gapIf(expiry !== '' && validTo > expiry, 'offering_past_expiry', { credit, validTo, expiry }),
    ...gapIf(deliveryFormat !== draft.format, 'offering_format_differs', { credit }),
    ...gapIf(offering.minScore > 0 && course.test === null, 'test_missing', { credit }),
    ...gapIf(offering.needsEvaluation && !course.hasEvaluation, 'evaluation_missing', { credit })
  ]
}

function statementGaps(offering: CreditOffering, { statements }: Planned): Gap[] {
  const { body, statement } = offering
  const credit = creditName(offering)
  if (statement === null) return gapIf(body !== 'none', 'statement_missing', { credit })
  const found = statementOf(offering, statements)
  if (!found) return gapIf(true, 'statement_unknown', { credit })
  const newest = Math.max(...statements.filter(({ id }) => id === found.id).map(({ version }) => version))
  return [
    ...gapIf(found.body !== body, 'statement_of_other_body', { credit, other: bodies[found.body] }),
    ...gapIf(found.version < newest, 'statement_outdated', { credit, version: found.version, newest })
  ]
}

function professionGaps(offering: CreditOffering, { draft }: Planned): Gap[] {
  const credit = creditName(offering)
  const outside = professions.filter(({ id }) => offering.professions.includes(id) && !draft.audience.includes(id))
  const isTold = draft.audience.length > 0 && outside.length > 0
  return [
    ...gapIf(offering.professions.length === 0, 'professions_missing', { credit }),
    ...gapIf(isTold, 'profession_outside_audience', { credit, professions: outside.map(({ label }) => label) })
  ]
}

function amountGaps(offering: CreditOffering, minutes: number): Gap[] {
  const { body, maxHundredths: max, stepHundredths: step } = offering
  const credit = creditName(offering)
  if (body === 'none') return gapIf(max !== null || step !== null, 'amount_on_completion', { credit })
  if (max === null || step === null) return gapIf(true, 'amount_missing', { credit })
  const most = mostHundredths(minutes, step)
  return [
    ...gapIf(max > most && minutes > 0, 'amount_over_minutes', { credit, max, most, minutes }),
    ...gapIf(max % step !== 0, 'amount_not_in_steps', { credit, max, step })
  ]
}

/** @returns the most that minutes give at 100 hundredths an hour, in whole steps, never rounded up. */
export function mostHundredths(minutes: number, stepHundredths: number): number {
  return Math.floor((minutes * 100) / (60 * stepHundredths)) * stepHundredths
}
