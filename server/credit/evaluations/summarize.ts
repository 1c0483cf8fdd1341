import { type Answers, choices, soarSteps } from './answers.ts'

/** How often each answer to one question was given; those who left it out are in none. */
export type Tally = { question: string; counts: { answer: string; count: number }[] }

/** What was said in one period. Texts stand in the order given, which is that of random ids. */
export type EvaluationSummary = {
  period: string
  count: number
  objectives: Tally[]
  questions: Tally[]
  confidence: { step: string; before: Tally; now: Tally }[]
  /** Whole minutes that people said the course took: the middle one, and how many said it. */
  minutes: { median: number | null; count: number }
  texts: { question: (typeof texts)[number]; said: string[] }[]
}

const single = ['relevance', 'learned', 'bias', 'respect', 'access', 'intent'] as const
const texts = ['change', 'biasText', 'accessText', 'topics'] as const

/** @returns what the evaluations of one period come to. It neither knows nor asks how many there should be. */
export function summarize(
  period: string,
  answers: readonly Answers[],
  objectives: readonly string[]
): EvaluationSummary {
  return {
    period,
    count: answers.length,
    objectives: objectives.map((id) =>
      tally(
        id,
        choices.met,
        answers.map((it) => it.objectives?.[id])
      )
    ),
    questions: [
      ...single.map((name) =>
        tally(
          name,
          choices[name],
          answers.map((it) => it[name])
        )
      ),
      tally(
        'barriers',
        choices.barriers,
        answers.flatMap((it) => it.barriers ?? [])
      )
    ],
    confidence: soarSteps.map((step) => ({
      step,
      before: tally(
        step,
        choices.confidence,
        answers.map((it) => it.before?.[step])
      ),
      now: tally(
        step,
        choices.confidence,
        answers.map((it) => it.now?.[step])
      )
    })),
    minutes: minutesOf(answers),
    texts: texts.map((question) => ({ question, said: answers.flatMap((it) => it[question] ?? []) }))
  }
}

function tally(question: string, known: readonly string[], given: readonly (string | undefined)[]): Tally {
  return { question, counts: known.map((answer) => ({ answer, count: given.filter((it) => it === answer).length })) }
}

function minutesOf(answers: readonly Answers[]): EvaluationSummary['minutes'] {
  const given = answers.flatMap(({ minutes }) => minutes ?? []).sort((one, other) => one - other)
  return { median: given[Math.floor((given.length - 1) / 2)] ?? null, count: given.length }
}
