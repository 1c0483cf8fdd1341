import { assign, setup } from 'xstate'
import type { AssessmentStarted, AssessmentStep, PaperQuestion } from './events.ts'

/** Everything a test remembers. Plain JSON without a time; `answers` holds by question the options marked now. */
export type AssessmentContext = {
  readonly started: AssessmentStarted
  readonly answers: Readonly<Record<string, readonly string[]>>
}

/** One test: answers may be given and changed while it is open; it is handed in once, with every question answered. */
export const assessmentMachine = setup({
  // XState takes its types as a value; these never hold anything at run time.
  types: {} as { context: AssessmentContext; events: AssessmentStep; input: AssessmentStarted },
  guards: {
    isAnswer: ({ context, event }) => event.type === 'learner.answered' && isAnswer(context, event),
    isComplete: ({ context }) => unanswered(context).length === 0
  },
  actions: {
    keep: assign(({ context, event }) => {
      if (event.type !== 'learner.answered') return context
      return { ...context, answers: { ...context.answers, [event.item]: event.options } }
    })
  }
}).createMachine({
  id: 'assessment',
  context: ({ input }) => ({ started: input, answers: {} }),
  initial: 'open',
  states: {
    open: {
      on: {
        'learner.answered': { guard: 'isAnswer', actions: 'keep' },
        'assessment.submitted': { guard: 'isComplete', target: 'submitted' }
      }
    },
    submitted: { type: 'final' }
  }
})

/** @returns the options marked under a question; none where it is not answered. */
export function chosenIn({ answers }: AssessmentContext, { id }: Pick<PaperQuestion, 'id'>): readonly string[] {
  return answers[id] ?? []
}

/** @returns the questions without an answer, in the order of the paper. */
export function unanswered(context: AssessmentContext): PaperQuestion[] {
  return context.started.paper.filter((question) => chosenIn(context, question).length === 0)
}

function isAnswer({ started }: AssessmentContext, { item, options }: { item: string; options: readonly string[] }) {
  const question = started.paper.find(({ id }) => id === item)
  if (question === undefined || options.length === 0 || new Set(options).size < options.length) return false
  if (question.kind === 'one' && options.length > 1) return false
  return options.every((chosen) => question.options.some(({ id }) => id === chosen))
}
