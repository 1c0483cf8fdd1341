import type { SnapshotFrom } from 'xstate'
import { beginReplay, type Replayed, replay, takeEvent } from '../replay.ts'
import type { ClaimEvent, ClaimOpened, ClaimStep } from './events.ts'
import { type ClaimState, claimMachine } from './machine.ts'

export type ClaimSnapshot = SnapshotFrom<typeof claimMachine>

/** @returns the snapshot a claim begins with, from its first event. */
export function startClaim(opened: ClaimOpened): ClaimSnapshot {
  return beginReplay<ClaimSnapshot>(claimMachine, opened)
}

/** @returns the snapshot after one step, or undefined where the state refuses it. */
export function takeClaimStep(snapshot: ClaimSnapshot, event: ClaimStep): ClaimSnapshot | undefined {
  return takeEvent(claimMachine, snapshot, event)
}

/** @returns the snapshot after later events of a log, and the index of the first refused, if any. */
export function continueClaim(from: ClaimSnapshot, events: readonly ClaimEvent[]): Replayed<ClaimSnapshot> {
  return replay(claimMachine, from, events)
}

/** @returns the state a claim is in. */
export function claimState({ value }: ClaimSnapshot): ClaimState {
  return value
}
