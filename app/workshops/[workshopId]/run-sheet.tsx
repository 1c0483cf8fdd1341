import { isBeforeStart } from '#content/workshop-minutes.ts'
import type { AgendaItem } from '#content/workshop-schema.ts'
import styles from '../workshops.module.css'

/** Minute by minute: when each block begins, how long it takes, and what is said. */
export function RunSheet({ items }: { items: readonly AgendaItem[] }) {
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

// Blocks held while people arrive stand before zero.
function clockAt(items: readonly AgendaItem[], index: number): string {
  const sum = (some: readonly AgendaItem[]) => some.reduce((total, { minutes }) => total + minutes, 0)
  const minutes = sum(items.slice(0, index)) - sum(items.filter(isBeforeStart))
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), String(Math.abs(minutes) % 60).padStart(2, '0')]
  return `${minutes < 0 ? '−' : ''}${hours}:${rest}`
}
