import type { LeadView } from '#machines/room/view.ts'
import styles from './presenter.module.css'

/** What to say now, which answers lead astray, and what will be recommended, for whoever leads alone. */
export function Notes({ view }: { view: LeadView }) {
  const textOf = (id: string) => view.question?.options.find((option) => option.id === id)?.text ?? id
  return (
    <section className={styles.notes} aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      {view.script.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {view.wrongTurns.length > 0 ? (
        <>
          <h3>If many say</h3>
          <dl>
            {view.wrongTurns.map(({ option, say }) => (
              <div key={option}>
                <dt>“{textOf(option)}”</dt>
                <dd>{say}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {view.ahead && view.ahead.best.length > 0 && view.question ? (
        <details>
          <summary>What will be recommended</summary>
          <ul>
            {view.ahead.why.map(({ option, text }) => (
              <li key={option}>
                <strong>{textOf(option)}</strong>
                {view.ahead?.best.includes(option) ? ' (recommended)' : null}: {text}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
