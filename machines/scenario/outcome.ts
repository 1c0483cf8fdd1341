import { type Axis, axes } from '#content/scene-schema.ts'
import type { PathStep } from './path.ts'

export type Verdict = 'kept' | 'put-right' | 'left-open' | 'did-not-arise'
/** One axis of practice: what became of it, and the line of evidence that decided. */
export type AxisOutcome = { axis: Axis; verdict: Verdict; evidence: string | null }

/**
 * Judges a path on the six axes. A risk or a harm stays open until a later mark repairs that axis.
 * There is no sum and no grade.
 */
export function outcomeOn(path: readonly PathStep[]): AxisOutcome[] {
  return axes.map((axis) => judge(axis, path))
}

function judge(axis: Axis, path: readonly PathStep[]): AxisOutcome {
  const marks = path.flatMap((step) => step.outcome?.marks ?? []).filter((mark) => mark.axis === axis)
  const lastRepair = marks.findLastIndex((mark) => mark.mark === 'repairs')
  const open = marks.slice(lastRepair + 1).findLast((mark) => mark.mark === 'risks' || mark.mark === 'harms')
  if (open) return { axis, verdict: 'left-open', evidence: open.evidence }
  const wasOpen = marks.slice(0, lastRepair).some((mark) => mark.mark === 'risks' || mark.mark === 'harms')
  if (wasOpen) return { axis, verdict: 'put-right', evidence: marks[lastRepair]?.evidence ?? null }
  const kept = marks.at(-1)
  return kept ? { axis, verdict: 'kept', evidence: kept.evidence } : { axis, verdict: 'did-not-arise', evidence: null }
}
