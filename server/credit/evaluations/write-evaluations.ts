import type { EvaluationSummary, Tally } from './summarize.ts'

type Row = (string | number)[]

/** The head of the rows below. */
export const evaluationHead = ['period', 'responses', 'part', 'question', 'answer', 'count', 'text']

/** @returns what summaries say, one row for each answer that could be given and each text that was written. */
export function evaluationRows(summaries: readonly EvaluationSummary[], wordsOf: (objective: string) => string): Row[] {
  return summaries.flatMap((summary) => {
    const { period, count, objectives, questions, confidence, minutes, texts } = summary
    const tallied = (part: string, tally: Tally, question = tally.question) =>
      tally.counts.map((it): Row => [period, count, part, question, it.answer, it.count, ''])
    return [
      ...objectives.flatMap((tally) => tallied('objective', tally, wordsOf(tally.question))),
      ...questions.flatMap((tally) => tallied('question', tally)),
      ...confidence.flatMap(({ before, now }) => [
        ...tallied('confidence before', before),
        ...tallied('confidence now', now)
      ]),
      [period, count, 'minutes', 'median', minutes.median ?? '', minutes.count, ''] satisfies Row,
      ...texts.flatMap(({ question, said }) => said.map((text): Row => [period, count, 'text', question, '', '', text]))
    ]
  })
}
