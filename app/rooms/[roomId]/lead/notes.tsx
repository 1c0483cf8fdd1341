import type { LeadView } from '#machines/room/view.ts'
import { Recommended } from '../../_live/shown.tsx'
import styles from './presenter.module.css'

/** What to say now, which answers lead astray, and what will be recommended, for whoever leads alone. */
export function Notes({ view }: { view: LeadView }) {
  const textOf = (id: string) => view.question?.options.find((option) => option.id === id)?.text ?? id
  if (!view.step) return null
  return (
    <section className={styles.notes} aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      {view.script.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {view.aside ? <Beside {...view.aside} /> : null}
      {view.wrongTurns.length > 0 ? (
        <>
          <h3>If many say</h3>
          <Pairs pairs={view.wrongTurns.map(({ option, say }) => [textOf(option), say])} />
        </>
      ) : null}
      {view.ahead && view.ahead.best.length > 0 && view.question ? (
        <details>
          <summary>What will be recommended</summary>
          <Recommended view={{ question: view.question, recommendation: view.ahead }} />
        </details>
      ) : null}
    </section>
  )
}

function Beside({ points, questions, beliefs, gaps }: NonNullable<LeadView['aside']>) {
  return (
    <>
      <Points title="What should be left" lines={points} />
      <Points title="To look up here" lines={gaps} />
      {questions.length > 0 ? (
        <details>
          <summary>Likely questions ({questions.length})</summary>
          <Pairs pairs={questions.map(({ ask, answer }) => [ask, answer])} />
        </details>
      ) : null}
      {beliefs.length > 0 ? (
        <details>
          <summary>If a belief is voiced ({beliefs.length})</summary>
          <Pairs pairs={beliefs.map(({ claim, instead }) => [claim, instead])} />
        </details>
      ) : null}
    </>
  )
}

function Points({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

function Pairs({ pairs }: { pairs: readonly (readonly [said: string, answer: string])[] }) {
  return (
    <dl>
      {pairs.map(([said, answer]) => (
        <div key={said}>
          <dt>“{said}”</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  )
}
