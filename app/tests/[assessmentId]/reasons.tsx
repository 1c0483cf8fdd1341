import { Badge } from '#app/_components/badge.tsx'
import { Cite } from '#app/_components/cite.tsx'
import type { ReviewedQuestion } from '#machines/assessment/result.ts'
import styles from './test.module.css'

/** A question after the test: what was marked, and the reason given with every option. */
export function Reasons({ question }: { question: ReviewedQuestion }) {
  const { number, stem, options, tally, sources } = question
  return (
    <article className={styles.reasons}>
      <h3>Question {number}</h3>
      <p className={styles.asked}>{stem}</p>
      {tally ? (
        <p className={styles.tally}>
          {tally.found} of {tally.right} found
          {tally.unsupported > 0 ? `, ${tally.unsupported} not supported` : ''}.
        </p>
      ) : null}
      <ul className={`plainlist ${styles.given}`}>
        {options.map((option) => (
          <Reason option={option} key={option.id} />
        ))}
      </ul>
      <p className={styles.aside}>
        {sources.length > 0 ? (
          <>
            Sources: <Cite sources={sources} />
          </>
        ) : (
          'Authors’ judgment.'
        )}
      </p>
    </article>
  )
}

function Reason({ option }: { option: ReviewedQuestion['options'][number] }) {
  const { text, why, wasChosen, isRight } = option
  return (
    <li className={styles.reason}>
      <p>
        <b>{text}</b>
      </p>
      {wasChosen || isRight ? (
        <p className={styles.marks}>
          {wasChosen ? <Badge>Your answer</Badge> : null}
          {isRight ? <Badge tone="done">Right</Badge> : null}
        </p>
      ) : null}
      <p>{why}</p>
    </li>
  )
}
