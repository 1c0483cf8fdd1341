import { assign, setup } from 'xstate'
import type { RoomEvent, RoomOpened, Tally } from './events.ts'
import type { Step } from './plan.ts'

/** Everything a room remembers. Plain JSON without a time, and without anybody's answer. */
export type RoomContext = {
  readonly opened: RoomOpened
  /** The step that is shown; null in the lobby. */
  readonly step: string | null
  /** The tallies of each step, the first vote first. */
  readonly tallies: Readonly<Record<string, readonly (Tally & { by: 'phones' | 'hands' })[]>>
  /** The answer whose course is being shown, if any. */
  readonly turn: string | null
  readonly injects: readonly { inject: string; table: string | null }[]
  readonly isGrounding: boolean
  readonly isClosing: boolean
}

type Later = Exclude<RoomEvent, RoomOpened>
type Given<E> = { context: RoomContext; event: E }

/**
 * A workshop's room. The recommendation of a question cannot be reached before it was closed and its distribution
 * shown; while answers are taken nothing but closing, a pause or the end is possible.
 */
export const roomMachine = setup({
  // XState takes its types as a value; these never hold anything at run time.
  types: {} as { context: RoomContext; events: Later; input: RoomOpened },
  guards: {
    isStep: ({ context, event }: Given<Later>) => event.type === 'step.presented' && hasStep(context, event.step),
    hasQuestion: ({ context }: Given<Later>) => stepOf(context)?.question != null,
    hasTally: ({ context }: Given<Later>) => talliesOf(context).length > 0,
    hasReveal: ({ context }: Given<Later>) =>
      (stepOf(context)?.reveal?.best.length ?? 0) > 0 && talliesOf(context).length > 0,
    isTurn: ({ context, event }: Given<Later>) => event.type === 'turn.shown' && hasTurn(context, event.option),
    isInject: ({ context, event }: Given<Later>) => event.type === 'inject.released' && hasInject(context, event.inject)
  },
  actions: {
    present: assign({
      step: ({ event, context }) => (event.type === 'step.presented' ? event.step : context.step),
      turn: null
    }),
    count: assign({
      tallies: ({ context, event }) => (event.type === 'question.closed' ? counted(context, event) : context.tallies),
      isClosing: false
    }),
    turn: assign({ turn: ({ event }) => (event.type === 'turn.shown' ? event.option : null) }),
    turnBack: assign({ turn: null }),
    announceClosing: assign({ isClosing: true }),
    release: assign({
      injects: ({ context, event }) =>
        event.type === 'inject.released'
          ? [...context.injects, { inject: event.inject, table: event.table }]
          : context.injects
    }),
    pause: assign({ isGrounding: ({ event }) => event.type === 'room.paused' && event.grounding })
  }
}).createMachine({
  id: 'room',
  context: ({ input }) => ({
    opened: input,
    step: null,
    tallies: {},
    turn: null,
    injects: [],
    isGrounding: false,
    isClosing: false
  }),
  initial: 'live',
  states: {
    live: {
      initial: 'lobby',
      on: { 'room.paused': { target: 'paused', actions: 'pause' }, 'room.ended': 'ended' },
      states: {
        lobby: { on: { 'step.presented': { guard: 'isStep', target: 'presenting', actions: 'present' } } },
        presenting: {
          on: {
            'step.presented': { guard: 'isStep', target: 'presenting', actions: 'present' },
            'question.opened': { guard: 'hasQuestion', target: 'collecting' },
            'distribution.shown': { guard: 'hasTally', target: 'distributionShown' },
            'inject.released': { guard: 'isInject', actions: 'release' }
          }
        },
        collecting: {
          on: {
            'closing.announced': { actions: 'announceClosing' },
            'question.closed': { target: 'closed', actions: 'count' }
          }
        },
        closed: {
          on: {
            'distribution.shown': 'distributionShown',
            'step.presented': { guard: 'isStep', target: 'presenting', actions: 'present' }
          }
        },
        distributionShown: {
          on: {
            'discussion.begun': 'discussing',
            'question.reopened': 'revoting',
            'recommendation.shown': { guard: 'hasReveal', target: 'recommendationShown' },
            'step.presented': { guard: 'isStep', target: 'presenting', actions: 'present' }
          }
        },
        discussing: {
          on: {
            'question.reopened': 'revoting',
            'recommendation.shown': { guard: 'hasReveal', target: 'recommendationShown' },
            'step.presented': { guard: 'isStep', target: 'presenting', actions: 'present' }
          }
        },
        revoting: {
          on: {
            'closing.announced': { actions: 'announceClosing' },
            'question.closed': { target: 'closed', actions: 'count' }
          }
        },
        recommendationShown: {
          on: {
            'turn.shown': { guard: 'isTurn', actions: 'turn' },
            'turn.left': { actions: 'turnBack' },
            'step.presented': { guard: 'isStep', target: 'presenting', actions: 'present' }
          }
        },
        before: { type: 'history' }
      }
    },
    paused: { on: { 'room.resumed': 'live.before', 'room.ended': 'ended' } },
    ended: { type: 'final' }
  }
})

/** @returns the step that is shown, or undefined in the lobby. */
export function stepOf({ opened, step }: Pick<RoomContext, 'opened' | 'step'>): Step | undefined {
  return opened.plan.steps.find(({ id }) => id === step)
}

/** @returns the tallies of the step that is shown, the first vote first. */
export function talliesOf({ step, tallies }: Pick<RoomContext, 'step' | 'tallies'>) {
  return (step === null ? undefined : tallies[step]) ?? []
}

/** @returns the step that the plan has next, or undefined at its end. */
export function stepAfter({ opened, step }: Pick<RoomContext, 'opened' | 'step'>): Step | undefined {
  const { steps } = opened.plan
  return steps[step === null ? 0 : steps.findIndex(({ id }) => id === step) + 1]
}

/** A room as XState holds it, as far as the rules here need it. */
export type RoomSnapshot = { value: unknown; context: RoomContext }

/** Where a room stands, in one word. */
export type RoomState =
  | 'lobby'
  | 'presenting'
  | 'collecting'
  | 'closed'
  | 'distributionShown'
  | 'discussing'
  | 'revoting'
  | 'recommendationShown'
  | 'paused'
  | 'ended'

/** @returns where a room stands. */
export function stateOf({ value }: Pick<RoomSnapshot, 'value'>): RoomState {
  const state = typeof value === 'object' && value !== null && 'live' in value ? value.live : value
  // The machine above has exactly these states.
  return String(state) as RoomState
}

/** @returns which question takes answers, as `step#round`, counted from 1; null where none does. */
export function openQuestionOf(snapshot: RoomSnapshot): string | null {
  const { step } = snapshot.context
  const isOpen = ['collecting', 'revoting'].includes(stateOf(snapshot))
  return isOpen && step !== null ? `${step}#${talliesOf(snapshot.context).length + 1}` : null
}

function hasStep({ opened }: RoomContext, step: string): boolean {
  return opened.plan.steps.some(({ id }) => id === step)
}

function hasTurn(context: RoomContext, option: string): boolean {
  return stepOf(context)?.reveal?.turns.some((turn) => turn.option === option) ?? false
}

function hasInject(context: RoomContext, inject: string): boolean {
  return stepOf(context)?.injects.some(({ id }) => id === inject) ?? false
}

function counted(context: RoomContext, { by, tally }: Extract<Later, { type: 'question.closed' }>) {
  const { step, tallies } = context
  return step === null ? tallies : { ...tallies, [step]: [...talliesOf(context), { ...tally, by }] }
}
