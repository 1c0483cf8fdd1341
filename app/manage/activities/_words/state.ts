import type { Plan } from '#server/credit/activities/plan.ts'

export const stateFilters = ['draft', 'open', 'expired', 'closed'] as const
export type ShownState = (typeof stateFilters)[number]

export const stateWords: Record<ShownState, string> = {
  draft: 'Draft',
  open: 'Open for credit',
  expired: 'Credit ended',
  closed: 'Closed'
}

/** @returns how an activity stands: one that is open past its expiry gives no credit any more. */
export function shownState({ state, open, planned }: Pick<Plan, 'state' | 'open' | 'planned'>): ShownState {
  const expiry = open?.draft.dates.expiry ?? ''
  return state === 'open' && expiry !== '' && expiry < planned.today ? 'expired' : state
}
