import { contentGaps } from './checks/content.ts'
import { dateGaps, draftGaps } from './checks/draft.ts'
import { creditGaps } from './checks/offering.ts'
import { peopleGaps } from './checks/people.ts'
import { type Gap, inTableOrder } from './gap.ts'
import type { Planned } from './planned.ts'

/** @returns everything that keeps an activity from opening for credit, and what the office should know, in a fixed order. */
export function checkActivity(planned: Planned): Gap[] {
  return inTableOrder([
    ...draftGaps(planned),
    ...dateGaps(planned),
    ...peopleGaps(planned),
    ...contentGaps(planned),
    ...creditGaps(planned)
  ])
}

/** @returns whether an activity may open: no gap, warnings aside. */
export function mayOpen(gaps: readonly Gap[]): boolean {
  return gaps.every(({ severity }) => severity !== 'gap')
}
