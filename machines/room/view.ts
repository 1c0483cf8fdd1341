import { type Distribution, distributionOf } from './distribution.ts'
import type { Tally } from './events.ts'
import { openQuestionOf, type RoomSnapshot, type RoomState, stateOf, stepAfter, stepOf, talliesOf } from './machine.ts'
import type { Question, Reveal, Step } from './plan.ts'

type Block = Step['body'][number]
type Part = Step['parts'][number]

/** A question without the marks that would tell which options are decoys; `part` says who at a table holds one. */
export type ShownQuestion = Pick<Question, 'ask' | 'prompt' | 'bins'> & {
  options: { id: string; text: string; part?: Part['part'] | undefined }[]
}

/** What everybody in a room may see. A recommendation is there only once it is shown, a count only once it is. */
export type SharedView = {
  state: RoomState
  title: string
  isGrounding: boolean
  isClosing: boolean
  step: { id: string; kind: Step['kind']; title: string; isByTable: boolean; body: Block[]; parts: Part[] } | null
  question: ShownQuestion | null
  /** `step#round` while answers are taken. */
  open: string | null
  /** The vote before and the vote now, as far as they may be seen. */
  distributions: Distribution[]
  discuss: string | null
  recommendation: Pick<Reveal, 'best' | 'why'> | null
  turn: { option: string; text: string; isHarmful: boolean; consequence: string; instead: string | null } | null
  injects: { id: string; text: string; table: string | null }[]
}

/** What the presenter sees besides. */
export type PresenterView = SharedView & {
  script: string[]
  aside: Step['aside']
  wrongTurns: Reveal['wrongTurns']
  /** The explanation, for reading before it is shown. */
  ahead: Pick<Reveal, 'best' | 'why' | 'turns'> | null
  /** News of this step: `isReleased` once it went to all, `tables` those to which alone it went. */
  expected: { id: string; at: number; text: string; expect: string; isReleased: boolean; tables: string[] }[]
  next: { id: string; title: string; kind: Step['kind'] } | null
  steps: { id: string; title: string; kind: Step['kind']; minutes: number; isAnswered: boolean; cut: Step['cut'] }[]
}

/** What everybody sees, with the sentences that were approved. `seq` numbers the room's newest event. */
export type RoomView = SharedView & { seq: number; code: string; texts: string[]; supportPerson: string | null }

/** How many are here, and how many of them answered the open question. */
export type RoomCounts = { seats: number; answered: number }

/** Besides, for those who lead alone, what waits for them. `moreTime` is of the open question. */
export type Counts = RoomCounts & { moreTime: number; support: number; waitingTexts: number }

/** What the presenter sees: everything, with times. `startedAt` is of the step shown, `openedAt` of the first one. */
export type LeadView = PresenterView &
  RoomView & {
    isRehearsal: boolean
    /** Marks who leads: a browser that holds the lead knows its own mark, and with another one here it looks on. */
    ledBy: string
    openedAt: string
    startedAt: string
    counts: Counts
    waiting: {
      id: string
      kind: 'answer' | 'parking'
      text: string
      state: 'waiting' | 'shown' | 'hidden'
    }[]
    creditMinutes: number
  }

/** @returns what everybody in the room may see now, and nothing ahead. */
export function sharedView(snapshot: RoomSnapshot): SharedView {
  const { context } = snapshot
  const state = stateOf(snapshot)
  const step = isCovered(state) ? undefined : stepOf(context)
  const isRecommended = state === 'recommendationShown'
  const hasDistribution = isRecommended || state === 'distributionShown' || state === 'discussing'
  const reveal = step?.reveal
  return {
    state,
    title: context.opened.plan.title,
    isGrounding: state === 'paused' && context.isGrounding,
    isClosing: context.isClosing,
    step: step ? pageOf(step) : null,
    question: step?.question ? shownOf(step.question) : null,
    open: openQuestionOf(snapshot),
    distributions:
      step && hasDistribution ? votesOn(step, context).map((it) => distributionOf(step, it, { isRecommended })) : [],
    discuss: hasDistribution && reveal ? reveal.discuss : null,
    recommendation: isRecommended && reveal ? { best: reveal.best, why: reveal.why } : null,
    turn: isRecommended && step ? turnOf(step, context.turn) : null,
    injects: step ? injectsOf(step, context.injects) : []
  }
}

/** @returns what the presenter may see: all that everybody does, and what helps to lead. */
export function presenterView(snapshot: RoomSnapshot): PresenterView {
  const { context } = snapshot
  const step = stepOf(context)
  const next = stepAfter(context)
  return {
    ...sharedView(snapshot),
    script: step?.script ?? [],
    aside: step?.aside ?? null,
    wrongTurns: step?.reveal?.wrongTurns ?? [],
    ahead: step?.reveal ? { best: step.reveal.best, why: step.reveal.why, turns: step.reveal.turns } : null,
    expected: (step?.injects ?? []).map((inject) => ({
      ...inject,
      isReleased: context.injects.some((released) => released.inject === inject.id && released.table === null),
      tables: context.injects.flatMap(({ inject: id, table }) => (id === inject.id && table !== null ? [table] : []))
    })),
    next: next ? { id: next.id, title: next.title, kind: next.kind } : null,
    steps: context.opened.plan.steps.map(({ id, title, kind, minutes, cut }) => ({
      id,
      title,
      kind,
      minutes,
      cut,
      isAnswered: (context.tallies[id] ?? []).length > 0
    }))
  }
}

/** @returns what the wall may show: no part of a page that tables share out, and no news that went to one table alone. */
export function wallView(snapshot: RoomSnapshot): SharedView {
  return sharedOut(sharedView(snapshot), { table: null, holds: () => false })
}

/**
 * @param seat which table a phone sits at and which part of the page it holds there, if any
 * @returns what one phone may see: in a table's step with parts it is given its own alone until answers are shown
 */
export function seatView(
  snapshot: RoomSnapshot,
  { table, part: held }: { table: string | null; part: Part['part'] | null }
): SharedView {
  return sharedOut(sharedView(snapshot), { table, holds: (part) => held === null || part === held })
}

function sharedOut(
  view: SharedView,
  { table: at, holds }: { table: string | null; holds: (part: Part['part']) => boolean }
): SharedView {
  const told = view.injects.filter(({ table }) => table === null || table === at)
  const injects = told.filter(({ id }, index) => told.findIndex((each) => each.id === id) === index)
  const { step, question } = view
  if (!step?.isByTable || view.distributions.length > 0) return { ...view, injects }
  const options = question?.options.filter(({ part }) => !part || holds(part)) ?? []
  return {
    ...view,
    injects,
    step: { ...step, parts: step.parts.filter(({ part }) => holds(part)) },
    question: question && { ...question, options }
  }
}

// Nothing of the work is left on the wall while a room rests.
function isCovered(state: RoomState): boolean {
  return state === 'paused' || state === 'ended'
}

// A question that was asked at the beginning, word for word, is laid beside what was answered then.
function votesOn({ repeats }: Step, context: RoomSnapshot['context']): Tally[] {
  const then = repeats === null ? [] : (context.tallies[repeats] ?? [])
  return [...then.slice(-1), ...talliesOf(context)].slice(-2)
}

function shownOf({ ask, prompt, bins, options }: Question): ShownQuestion {
  return { ask, prompt, bins, options: options.map(({ id, text, part }) => ({ id, text, part })) }
}

function pageOf({ id, kind, title, isByTable, body, parts }: Step) {
  return { id, kind, title, isByTable, body, parts }
}

function turnOf({ question, reveal }: Step, option: string | null) {
  const turn = reveal?.turns.find((each) => each.option === option)
  if (!turn) return null
  const { isHarmful, consequence, instead } = turn
  return {
    option: turn.option,
    text: question?.options.find(({ id }) => id === turn.option)?.text ?? turn.option,
    isHarmful,
    consequence,
    instead
  }
}

function injectsOf({ injects }: Step, released: readonly { inject: string; table: string | null }[]) {
  return released.flatMap(({ inject, table }) => {
    const found = injects.find(({ id }) => id === inject)
    return found ? [{ id: found.id, text: found.text, table }] : []
  })
}
