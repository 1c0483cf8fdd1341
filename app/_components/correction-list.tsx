import type { Evidence } from '#content/registry-schema.ts'
import { Cite } from './cite.tsx'
import styles from './correction-list.module.css'

type Corrections = Evidence['corrections']

/** What is often said and does not hold, with the reason and what to say instead. */
export function CorrectionList({ corrections }: { corrections: Corrections }) {
  return (
    <ul className="plainlist">
      {corrections.map((correction) => (
        <Correction correction={correction} key={correction.id} />
      ))}
    </ul>
  )
}

function Correction({ correction }: { correction: Corrections[number] }) {
  return (
    <li className={styles.entry} id={`correction-${correction.id}`}>
      <h3>
        <span className="unseen">Often said: </span>“{correction.claim}”
      </h3>
      <p>
        {correction.why} <Cite sources={correction.sources} />
      </p>
      <p>
        <b>Instead:</b> {correction.instead}
      </p>
    </li>
  )
}
