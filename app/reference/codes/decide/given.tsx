import { Link } from '#app/_components/link.tsx'
import { Section } from '#app/_components/page.tsx'
import type { Coding } from '#content/coding-schema.ts'
import { type AidAnswers, type AidQuestion, answersBefore, pathOf } from '#machines/coding/aid.ts'
import { answerWords } from '../words.ts'
import { decideAfter } from './address.ts'
import own from './decide.module.css'

/** The answers so far, each with a way back to its question. */
export function Given({ coding, answers }: { coding: Coding; answers: AidAnswers }) {
  const given = pathOf(answers).filter((question) => answers[question] !== undefined)
  return (
    <Section id="given" title="Your answers">
      <dl className={own.given}>
        {given.map((question) => (
          <div key={question}>
            <dt>{answerWords[question]}</dt>
            <dd>{labelOf(coding, answers, question)}</dd>
            <dd>
              <Link href={decideAfter(answersBefore(question, answers))}>
                Change <span className="unseen">{answerWords[question]}</span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function labelOf({ questions }: Coding, answers: AidAnswers, question: AidQuestion): string {
  const words: Readonly<Record<string, { label: string }>> = questions[question].answers
  return words[answers[question] ?? '']?.label ?? ''
}
