import type { PaperQuestion } from './events.ts'
import { type AssessmentContext, chosenIn } from './machine.ts'

/** One question is worth sixty sixtieths. */
const whole = 60

/** What a test came to, in whole sixtieths of a question, so that nothing is ever rounded up. */
export type Score = {
  sixtieths: number
  /** All there was to reach. */
  of: number
  /** Whole percent, rounded down. */
  percent: number
  /** Null for a first test. */
  passed: boolean | null
  /** In the order in which objectives first appear on the paper. */
  objectives: ObjectiveScore[]
}

export type ObjectiveScore = { objective: string; sixtieths: number; of: number }

/** @returns what the answers are worth; a question without an answer is worth nothing. */
export function scoreOf(context: AssessmentContext): Score {
  const { paper, passMark } = context.started
  const objectives = [...new Set(paper.map(({ objective }) => objective))].map((objective) => {
    const asked = paper.filter((question) => question.objective === objective)
    return {
      objective,
      sixtieths: sum(asked.map((it) => sixtiethsFor(it, chosenIn(context, it)))),
      of: whole * asked.length
    }
  })
  const sixtieths = sum(objectives.map((it) => it.sixtieths))
  const of = whole * paper.length
  return {
    sixtieths,
    of,
    percent: Math.floor((sixtieths * 100) / of),
    passed: passMark === null ? null : sixtieths * 100 >= passMark * of,
    objectives
  }
}

/** What was marked under a question: right options found, of how many, and marks that nothing supports, of how many. */
export type Tally = { found: number; right: number; unsupported: number; wrong: number }

/** @returns the marks under a question, counted. */
export function tallyOf({ options }: PaperQuestion, chosen: readonly string[]): Tally {
  const right = options.filter((option) => option.right)
  const found = right.filter(({ id }) => chosen.includes(id)).length
  const marked = options.filter(({ id }) => chosen.includes(id)).length
  return { found, right: right.length, unsupported: marked - found, wrong: options.length - right.length }
}

/**
 * @returns the worth of an answer, 0 to 60. `one`: all or nothing. `several`: the share of right options found less the
 * share of the others marked, and never below zero.
 */
export function sixtiethsFor(question: PaperQuestion, chosen: readonly string[]): number {
  const { found, right, unsupported, wrong } = tallyOf(question, chosen)
  if (question.kind === 'one') return found === 1 && unsupported === 0 ? whole : 0
  // Neither count is above six, so each share is a whole number of sixtieths.
  const gained = (found * whole) / right
  const lost = wrong === 0 ? 0 : (unsupported * whole) / wrong
  return Math.max(0, gained - lost)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, it) => total + it, 0)
}
