import { hundredthsText } from '#machines/activity/amount.ts'
import type { Body, CreditOffering } from '#machines/activity/offering.ts'
import { presets } from '#machines/activity/presets.ts'
import type { Typed } from '#server/kept-forms.ts'

/** What stands in the fields of a credit's form. */
export type OfferingValues = Record<(typeof lines)[number], string> & Record<(typeof lists)[number], readonly string[]>

const lines = [
  'label',
  'unit',
  'most',
  'step',
  'statement',
  'partial',
  'minScore',
  'maxAttempts',
  'evaluation',
  'deliveryFormat',
  'activityNumber',
  'providerNumber',
  'validFrom',
  'validTo'
] as const
const lists = ['professions', 'idsRequired'] as const

/** @returns a credit as its form shows it. */
export function valuesOf(offering: Omit<CreditOffering, 'id' | 'body'>): OfferingValues {
  const { label, unit, maxHundredths, stepHundredths, statement, minScore, maxAttempts, ...rest } = offering
  return {
    label,
    unit,
    most: maxHundredths === null ? '' : hundredthsText(maxHundredths),
    step: stepHundredths === null ? '' : hundredthsText(stepHundredths),
    statement: statement ? `${statement.id} ${statement.version}` : '',
    partial: rest.isPartialAllowed ? 'yes' : 'no',
    minScore: String(minScore),
    maxAttempts: maxAttempts === null ? '' : String(maxAttempts),
    evaluation: rest.needsEvaluation ? 'yes' : 'no',
    deliveryFormat: rest.deliveryFormat,
    activityNumber: rest.activityNumber,
    providerNumber: rest.providerNumber,
    validFrom: rest.validFrom,
    validTo: rest.validTo,
    professions: rest.professions,
    idsRequired: rest.idsRequired
  }
}

/** @returns what is common for a body as a form begins with it, in the format and between the days of the activity. */
export function presetValues(
  body: Body,
  activity: { format: 'enduring' | 'live'; release: string; expiry: string; professions: readonly string[] }
): OfferingValues {
  const { notes: _, professions, idsRequired, ...preset } = presets[body]
  const blank = { statement: null, activityNumber: '', providerNumber: '', needsEvaluation: true }
  const days = { validFrom: activity.release, validTo: activity.expiry }
  const label = body === 'none' ? 'Certificate of completion' : ''
  const terms = {
    ...preset,
    ...blank,
    ...days,
    label,
    professions: [],
    idsRequired: [],
    deliveryFormat: activity.format
  }
  return { ...valuesOf(terms), professions: professions.length > 0 ? professions : activity.professions, idsRequired }
}

/** @returns what was typed into a form that was refused, where a field is missing that of `otherwise`. */
export function typedValues(typed: Typed, otherwise: OfferingValues): OfferingValues {
  const found = { ...otherwise }
  for (const name of lines) found[name] = typed.get(name)?.[0] ?? otherwise[name]
  for (const name of lists) found[name] = typed.get(name) ?? []
  return found
}
