import type { AgendaItem } from '#content/workshop-schema.ts'
import { getEvidence } from '#server/learning/reference/queries.ts'
import { clockAt } from '#server/workshop/workshops/served.ts'
import { Cite } from '../../_components/cite.tsx'
import styles from '../workshops.module.css'

/** Minute by minute: when each block begins, how long it takes, and what is said. */
export function RunSheet({ items }: { items: AgendaItem[] }) {
  return (
    <table className={styles.sheet}>
      <caption className="unseen">Run sheet</caption>
      <thead>
        <tr>
          <th scope="col">Begins</th>
          <th scope="col">Block</th>
          <th scope="col">Minutes</th>
          <th scope="col">What is said and done</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr key={item.id}>
            <td>{clockAt(items, index)}</td>
            <th scope="row">{item.title}</th>
            <td>
              {item.minutes}
              {item.isCreditTime ? null : ', not for credit'}
            </td>
            <td>
              {item.script.map((line) => (
                <p key={line}>{line}</p>
              ))}
              {item.cut ? (
                <p>
                  If time runs short: {item.cut.text} ({item.cut.saves} min)
                </p>
              ) : null}
              <Beside item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What should be left of a block, what people are likely to ask, and what to say to a belief that is voiced. */
function Beside({ item: { keyPoints = [], questions = [], corrections = [] } }: { item: AgendaItem }) {
  const beliefs = getEvidence().corrections.filter(({ id }) => corrections.includes(id))
  if (keyPoints.length + questions.length + beliefs.length === 0) return null
  return (
    <details>
      <summary>What should be left, and what may be asked</summary>
      <ul>
        {keyPoints.map(({ text, sources }) => (
          <li key={text}>
            {text} <Source sources={sources} />
          </li>
        ))}
        {questions.map(({ ask, answer: { text, sources } }) => (
          <li key={ask}>
            “{ask}” {text} <Source sources={sources} />
          </li>
        ))}
        {beliefs.map(({ id, claim, instead, sources }) => (
          <li key={id}>
            If somebody says “{claim}” {instead} <Source sources={sources} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Source({ sources }: { sources?: readonly string[] | undefined }) {
  return sources ? <Cite sources={sources} /> : null
}
