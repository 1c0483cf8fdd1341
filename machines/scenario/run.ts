import type { SnapshotFrom } from 'xstate'
import { beginReplay, type Replayed, replay, takeEvent } from '../replay.ts'
import { placeOf, type ScenarioMachine } from './compile.ts'
import type { AttemptBranched, AttemptEvent, AttemptStarted, LearnerEvent } from './events.ts'

export type RunSnapshot = SnapshotFrom<ScenarioMachine>

/** @returns the snapshot an attempt begins with, from its first event. */
export function startRun(machine: ScenarioMachine, started: AttemptStarted): RunSnapshot {
  return beginReplay<RunSnapshot>(machine, started)
}

/** @returns the snapshot after one act, or undefined where the state refuses it. */
export function takeAct(
  machine: ScenarioMachine,
  snapshot: RunSnapshot,
  event: LearnerEvent | AttemptBranched
): RunSnapshot | undefined {
  return takeEvent(machine, snapshot, event)
}

/** @returns the snapshot after later events of a log, and the index of the first refused, if any. */
export function continueRun(
  machine: ScenarioMachine,
  from: RunSnapshot,
  events: readonly AttemptEvent[]
): Replayed<RunSnapshot> {
  return replay(machine, from, events)
}

/** @returns the id of the ending a run has reached, or undefined while it goes on. */
export function endingOf(snapshot: RunSnapshot): string | undefined {
  const place = placeOf(snapshot.value)
  return place.phase === 'debrief' ? place.scene : undefined
}
