import type { Scenario, SignOff } from '#content/schema.ts'
import { latestSignOffs } from '#content/sign-offs.ts'
import { findServed, listOffered, type Served } from './served.ts'

/** Where a version stands today: how far it was reviewed, what its readers said last, and whether its case was withdrawn. */
export type Standing = {
  review: Scenario['review']['state']
  signOffs: SignOff[]
  withdrawn: NonNullable<Scenario['withdrawn']> | undefined
}

/**
 * @returns where a version stands. What its readers said after it was first served stands in the file; a version that
 * the file has left behind keeps what its own document says. A withdrawal holds for every version.
 */
export function standingOf(served: Served, scenario: Scenario): Standing {
  const current = findServed(served, scenario.id)?.scenario
  const read = current?.version === scenario.version ? current : scenario
  return {
    review: read.review.state,
    signOffs: latestSignOffs(read),
    withdrawn: current?.status === 'withdrawn' ? current.withdrawn : undefined
  }
}

/** @returns whether everything on offer has been reviewed; nothing on offer is not. */
export function isAllReviewed(served: Served): boolean {
  const offered = listOffered(served)
  return offered.length > 0 && offered.every(({ scenario }) => scenario.review.state === 'reviewed')
}
