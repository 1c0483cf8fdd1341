import type { SnapshotFrom } from 'xstate'
import { beginReplay, type Replayed, replay, takeEvent } from '../replay.ts'
import type { AssessmentEvent, AssessmentStarted, AssessmentStep } from './events.ts'
import { assessmentMachine } from './machine.ts'

export type SittingSnapshot = SnapshotFrom<typeof assessmentMachine>

/** @returns the snapshot a test begins with, from its first event. */
export function startSitting(started: AssessmentStarted): SittingSnapshot {
  return beginReplay<SittingSnapshot>(assessmentMachine, started)
}

/** @returns the snapshot after one step, or undefined where the state refuses it. */
export function takeStep(snapshot: SittingSnapshot, event: AssessmentStep): SittingSnapshot | undefined {
  return takeEvent(assessmentMachine, snapshot, event)
}

/** @returns the snapshot after later events of a log, and the index of the first refused, if any. */
export function continueSitting(from: SittingSnapshot, events: readonly AssessmentEvent[]): Replayed<SittingSnapshot> {
  return replay(assessmentMachine, from, events)
}

/** @returns whether a test has been handed in. */
export function isSubmitted(snapshot: SittingSnapshot): boolean {
  return snapshot.value === 'submitted'
}
