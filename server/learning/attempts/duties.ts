import type { Jurisdiction } from '#content/registry-schema.ts'
import { dutyKinds } from '#content/schema.ts'
import type { AttemptStarted } from '#machines/scenario/events.ts'

/** What the start form sends when a learner's place is not listed or not known: check your policy. */
export const jurisdictionUnknown = 'unknown'

/** @returns the level of each duty in a jurisdiction, or undefined where it is not a known one. */
export function dutiesIn(jurisdictions: readonly Jurisdiction[], id: string): AttemptStarted['duties'] | undefined {
  const known = jurisdictions.find((jurisdiction) => jurisdiction.id === id)
  if (!known && id !== jurisdictionUnknown) return undefined
  const levels = dutyKinds.map((kind) => [kind, known?.duties[kind].level ?? 'unknown'])
  // One entry for each kind of duty, so the keys are complete.
  return Object.fromEntries(levels) as AttemptStarted['duties']
}
