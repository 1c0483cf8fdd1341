import { addMonths } from './dates.ts'
import type { Contributor } from './draft.ts'
import { isSoftwareName } from './software-names.ts'

/** What an office types of a person; the server gives the id. */
export type ContributorTerms = Omit<Contributor, 'id'>

/**
 * @param today the latest day it is anywhere, YYYY-MM-DD: what was collected was collected by then
 * @returns what does not fit together in what is said of a person, if anything
 */
export function contributorFault(
  terms: ContributorTerms,
  today: string
): 'software_named' | 'disclosure_incomplete' | undefined {
  if (isSoftwareName(terms.name)) return 'software_named'
  return disclosureFits(terms, today) ? undefined : 'disclosure_incomplete'
}

function disclosureFits({ disclosure, relationships, collectedOn }: ContributorTerms, today: string): boolean {
  if (disclosure === 'missing') return relationships.length === 0 && collectedOn === ''
  const isCollected = collectedOn !== '' && collectedOn <= today
  return isCollected && relationships.length > 0 === (disclosure === 'relationships')
}

/** @returns the first day of the 24 months that a disclosure of `collectedOn` looks back on. */
export function lookBackFrom(collectedOn: string): string {
  return addMonths(collectedOn, -24)
}
