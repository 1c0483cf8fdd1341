import { type AnyMachineSnapshot, type AnyStateMachine, type EventObject, initialTransition, transition } from 'xstate'

/** The state after a log's events, and the index of the first event the state refused, if any. */
export type Replayed<S> = { snapshot: S; refusedAt?: number }

/**
 * @param input the log's first event, which holds all that was true outside at the start
 * @returns the snapshot a log begins with
 */
export function beginReplay<S extends AnyMachineSnapshot>(machine: AnyStateMachine, input: unknown): S {
  const [snapshot] = initialTransition(machine, input)
  // A machine's own snapshot type is S by the caller's choice of machine; XState erases it here.
  return snapshot as S
}

/**
 * Takes one event.
 * @returns undefined where the state cannot take it. XState would ignore such an event in silence;
 * storing one would make every later replay lie.
 */
export function takeEvent<S extends AnyMachineSnapshot>(
  machine: AnyStateMachine,
  snapshot: S,
  event: EventObject
): S | undefined {
  if (!snapshot.can(event)) return undefined
  const [next] = transition(machine, snapshot, event)
  // The transition of a snapshot of S is again of S; XState erases it for machines held as AnyStateMachine.
  return next as S
}

/** Folds stored events over a snapshot, in order, and stops at the first the state refuses. */
export function replay<S extends AnyMachineSnapshot>(
  machine: AnyStateMachine,
  from: S,
  events: readonly EventObject[]
): Replayed<S> {
  let snapshot = from
  for (const [index, event] of events.entries()) {
    const next = takeEvent(machine, snapshot, event)
    if (next === undefined) return { snapshot, refusedAt: index }
    snapshot = next
  }
  return { snapshot }
}
