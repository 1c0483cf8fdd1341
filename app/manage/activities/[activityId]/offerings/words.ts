import { hundredthsText } from '#machines/activity/amount.ts'
import type { CreditOffering, IdentifierKind } from '#machines/activity/offering.ts'
import type { FactMark } from '#machines/activity/presets.ts'

/** What a roster may ask for, in words. */
export const identifierWords: Record<IdentifierKind, string> = {
  license: 'License: state and number',
  npi: 'NPI',
  epid: 'NABP e-Profile ID',
  nremt: 'NREMT number',
  birthMonthDay: 'Month and day of birth',
  boardId: 'Certifying board’s ID',
  employeeId: 'Employee ID'
}

/** How well a fact about an accreditor is known. */
export const markWords: Record<FactMark, string> = {
  verified: 'read in a published text',
  secondary: 'read in somebody else’s account',
  'needs-review': 'not checked against a text'
}

export const formatWords = { enduring: 'Enduring material (self-paced)', live: 'Live activity' } as const

/** @returns how much a credit gives at most, in words. */
export function amountWords({ maxHundredths, stepHundredths, unit, isPartialAllowed }: CreditOffering): string {
  if (maxHundredths === null || stepHundredths === null) return 'No amount'
  const most = `${hundredthsText(maxHundredths)} (${unit})`
  return isPartialAllowed ? `Up to ${most}, in steps of ${hundredthsText(stepHundredths)}` : most
}
