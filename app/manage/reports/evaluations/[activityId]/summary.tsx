import { stepWords, words } from '#app/_components/evaluation-words.ts'
import type { EvaluationSummary, Tally } from '#server/credit/evaluations/summarize.ts'
import { Listing } from '../../../_parts/listing.tsx'
import styles from '../../reports.module.css'

type Labels = Readonly<Record<string, string>>

const questions: Record<string, { text: string; answers: Labels }> = {
  relevance: { text: 'How relevant was it to your work?', answers: words.relevance },
  learned: { text: 'How much did you learn?', answers: words.learned },
  bias: { text: 'Was it free of commercial bias?', answers: words.bias },
  respect: { text: 'Did it respect people who have lived through trafficking?', answers: words.respect },
  access: { text: 'Could you use all of it?', answers: words.access },
  intent: { text: 'Will you do something differently?', answers: words.intent },
  barriers: { text: 'What stands in the way?', answers: words.barriers }
}

const textQuestions: Record<EvaluationSummary['texts'][number]['question'], string> = {
  change: 'What people will do differently',
  biasText: 'Commercial bias that was noticed',
  accessText: 'What stood in the way of using it',
  topics: 'What a later course should teach'
}

/** The answers of one period as tables, and what was written. */
export function Summary({ summary, wordsOf }: { summary: EvaluationSummary; wordsOf: (objective: string) => string }) {
  const { objectives, confidence, minutes, texts } = summary
  return (
    <>
      <Counts
        caption="Objectives: can people do this now?"
        first="Objective"
        answers={words.met}
        rows={objectives.map((tally) => ({ label: wordsOf(tally.question), tally }))}
      />
      <Counts
        caption="How sure people are of each step, before and now"
        first="Step"
        answers={words.confidence}
        rows={confidence.flatMap(({ step, before, now }) => [
          { label: `${stepTitle(step)}, before`, tally: before },
          { label: `${stepTitle(step)}, now`, tally: now }
        ])}
      />
      <Answers tallies={summary.questions} />
      <p>
        {minutes.median === null
          ? 'Nobody said how long it took.'
          : `It took ${minutes.median} minutes, by the middle of ${minutes.count} answers.`}
      </p>
      {texts.map(({ question, said }) =>
        said.length > 0 ? <Written title={textQuestions[question]} said={said} key={question} /> : null
      )}
    </>
  )
}

function stepTitle(step: string): string {
  return Object.entries(stepWords).find(([name]) => name === step)?.[1].title ?? step
}

type CountsProps = { caption: string; first: string; answers: Labels; rows: { label: string; tally: Tally }[] }

function Counts({ caption, first, answers, rows }: CountsProps) {
  if (rows.length === 0) return null
  return (
    <>
      <h3>{caption}</h3>
      <Listing
        caption={caption}
        path=""
        search={{}}
        head={[
          { key: 'row', label: first },
          ...Object.entries(answers).map(([key, label]) => ({ key, label, isNumber: true }))
        ]}
        rows={rows.map(({ label, tally }) => ({
          key: label,
          cells: [label, ...tally.counts.map(({ count }) => count)]
        }))}
      />
    </>
  )
}

function Answers({ tallies }: { tallies: readonly Tally[] }) {
  return (
    <>
      <h3>Questions</h3>
      <Listing
        caption="Answers to each question"
        path=""
        search={{}}
        head={[
          { key: 'question', label: 'Question' },
          { key: 'answers', label: 'Answers' }
        ]}
        rows={tallies.map(({ question, counts }) => ({
          key: question,
          cells: [
            questions[question]?.text ?? question,
            counts.map(({ answer, count }) => `${questions[question]?.answers[answer] ?? answer}: ${count}`).join(' · ')
          ]
        }))}
      />
    </>
  )
}

function Written({ title, said }: { title: string; said: readonly string[] }) {
  const counted = [...Map.groupBy(said, (text) => text)].flatMap(([text, same]) =>
    same.map((_, index) => ({ text, key: `${text}-${index}` }))
  )
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.said}>
        {counted.map(({ text, key }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </>
  )
}
