import type { CreditOffering } from './offering.ts'

/** What an office types of a credit; the server gives the id. */
export type OfferingTerms = Omit<CreditOffering, 'id'>

/**
 * @returns what does not fit together in a credit, if anything. An amount is a multiple of its step; a certificate of
 * completion has neither, every other credit has both.
 */
export function offeringFault(terms: OfferingTerms): 'amount_not_in_steps' | 'dates_reversed' | undefined {
  if (!amountFits(terms)) return 'amount_not_in_steps'
  return terms.validTo < terms.validFrom ? 'dates_reversed' : undefined
}

function amountFits({ body, maxHundredths, stepHundredths }: OfferingTerms): boolean {
  if (body === 'none') return maxHundredths === null && stepHundredths === null
  return maxHundredths !== null && stepHundredths !== null && maxHundredths % stepHundredths === 0
}
