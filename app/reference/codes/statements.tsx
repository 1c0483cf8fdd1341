import { Cite } from '#app/_components/cite.tsx'
import { Section } from '#app/_components/page.tsx'
import type { Coding, CodingStatement, StatementKind } from '#content/coding-schema.ts'
import { type CodingSubject, statementsOn } from '#machines/coding/statements.ts'
import styles from './codes.module.css'
import { placesOf } from './places.ts'
import { kindWords } from './words.ts'

const order: readonly StatementKind[] = ['why', 'seventh', 'order', 'with', 'without', 'who', 'privacy', 'ask']

/** All that is known of a code or a row, a section for each kind of statement that there is. */
export function Statements({ coding, subject }: { coding: Coding; subject: CodingSubject }) {
  return order.map((kind) => {
    const found = statementsOn(coding.statements, kind, subject)
    if (found.length === 0) return null
    return (
      <Section id={kind} title={kindWords[kind]} key={kind}>
        <ul className={`plainlist ${styles.statements}`}>
          {found.map((statement) => (
            <li key={statement.id}>
              {statement.text} <Ground statement={statement} coding={coding} />
            </li>
          ))}
        </ul>
      </Section>
    )
  })
}

/** Where a statement stands, with its fiscal year, and its sources; or that it is the authors' judgment. */
function Ground({ statement, coding }: { statement: CodingStatement; coding: Coding }) {
  const { sources } = statement
  return (
    <span className={styles.ground}>
      {placesOf(statement, coding).map((place) => (
        <span key={place}>{place}. </span>
      ))}
      {sources ? <Cite sources={sources} /> : 'Authors’ judgment.'}
    </span>
  )
}
