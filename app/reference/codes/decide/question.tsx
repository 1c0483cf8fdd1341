import { Link } from '#app/_components/link.tsx'
import { Page, PageHeading, Section } from '#app/_components/page.tsx'
import type { Coding } from '#content/coding-schema.ts'
import { type AidAnswers, type AidQuestion, choicesAfter, pathOf } from '#machines/coding/aid.ts'
import styles from '../codes.module.css'
import { Edition } from '../edition.tsx'
import { decideAfter } from './address.ts'
import own from './decide.module.css'
import { Given } from './given.tsx'

type QuestionProps = { coding: Coding; answers: AidAnswers; question: AidQuestion }

/** One question; each answer is a link that leads on. */
export function Question({ coding, answers, question }: QuestionProps) {
  const { ask, hint } = coding.questions[question]
  const path = pathOf(answers)
  const isFirst = question === 'certainty'
  return (
    <Page>
      <PageHeading
        over={isFirst ? 'From the record to a code' : `Question ${path.indexOf(question) + 1} of ${path.length}`}
        title={ask}
        lede={hint}
      >
        <Answers {...{ coding, answers, question }} />
      </PageHeading>
      {isFirst ? (
        <Section id="edition" title="Edition and review">
          <Edition coding={coding} />
        </Section>
      ) : (
        <Given coding={coding} answers={answers} />
      )}
      <nav className={styles.onward} aria-label="Elsewhere">
        <Link href="/reference/codes">All codes</Link>
        <Link href="/reference/codes/card">One page to print</Link>
      </nav>
    </Page>
  )
}

function Answers({ coding, answers, question }: QuestionProps) {
  const words: Readonly<Record<string, { label: string; means?: string | undefined }>> =
    coding.questions[question].answers
  return (
    <ul className={`plainlist ${own.answers}`}>
      {choicesAfter(answers).map(({ value, next }) => (
        <li key={value}>
          <Link href={decideAfter(next)}>
            <b>{words[value]?.label}</b>
            <span>{words[value]?.means}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
