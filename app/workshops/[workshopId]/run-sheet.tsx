import type { AgendaItem } from '#content/workshop-schema.ts'
import { clockAt } from '#server/workshop/workshops/served.ts'
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
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
