import type { PaperQuestion } from './events.ts'
import { type AssessmentContext, chosenIn } from './machine.ts'
import { type ObjectiveScore, scoreOf, type Tally, tallyOf } from './score.ts'
import { inShownOrder } from './view.ts'

/** How much of an objective's questions was answered as they should be. */
export type Share = 'all' | 'most' | 'some' | 'little'

/** In hundredths of a question. `reached` is rounded down; `needed` is exact, so the two agree with who has passed. */
export type Worth = { reached: number; needed: number; questions: number }

/** A question after the test. `isRight` and `tally` are null while its key is not shown. */
export type ReviewedQuestion = {
  number: number
  stem: string
  options: { id: string; text: string; why: string; wasChosen: boolean; isRight: boolean | null }[]
  /** For a question with several right options, once passed. */
  tally: Tally | null
  sources: readonly string[]
}

/**
 * What may be seen of a test that was handed in. `recorded`: a first test, which says nothing until the second one.
 * `failed`: objectives and reasons, without the key. `passed`: all of it, with the first test beside it by objective.
 */
export type ResultView =
  | { kind: 'recorded' }
  | { kind: 'failed'; worth: Worth; objectives: { objective: string; share: Share }[]; questions: ReviewedQuestion[] }
  | {
      kind: 'passed'
      worth: Worth
      objectives: { objective: string; share: Share; before: Share | null }[]
      questions: ReviewedQuestion[]
    }

/**
 * @param before the first test of the same course, handed in, where there is one
 * @returns what may be seen of a test that was handed in
 */
export function resultView(context: AssessmentContext, before?: AssessmentContext): ResultView {
  const { passMark, paper } = context.started
  if (passMark === null) return { kind: 'recorded' }
  const { sixtieths, passed, objectives } = scoreOf(context)
  const worth = {
    reached: Math.floor((sixtieths * 100) / 60),
    needed: passMark * paper.length,
    questions: paper.length
  }
  const questions = paper.map((question, index) => reviewed(context, question, { number: index + 1, hasKey: passed }))
  const shares = objectives.map((score) => ({ objective: score.objective, share: shareOf(score) }))
  if (!passed) return { kind: 'failed', worth, objectives: shares, questions }
  const earlier = before ? scoreOf(before).objectives : []
  const beside = shares.map(({ objective, share }) => {
    const first = earlier.find((score) => score.objective === objective)
    return { objective, share, before: first ? shareOf(first) : null }
  })
  return { kind: 'passed', worth, objectives: beside, questions }
}

function reviewed(
  context: AssessmentContext,
  question: PaperQuestion,
  { number, hasKey }: { number: number; hasKey: boolean | null }
): ReviewedQuestion {
  const chosen = chosenIn(context, question)
  const options = inShownOrder(question, context.started.seed).map(({ id, text, why, right }) => ({
    id,
    text,
    why,
    wasChosen: chosen.includes(id),
    isRight: hasKey ? right === true : null
  }))
  const tally = hasKey && question.kind === 'several' ? tallyOf(question, chosen) : null
  return { number, stem: question.stem, options, tally, sources: question.sources ?? [] }
}

function shareOf({ sixtieths, of }: ObjectiveScore): Share {
  if (sixtieths === of) return 'all'
  if (sixtieths * 3 >= of * 2) return 'most'
  return sixtieths * 3 >= of ? 'some' : 'little'
}
