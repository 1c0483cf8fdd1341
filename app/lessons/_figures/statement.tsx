import type { Statement } from '#content/figures-schema.ts'
import { Cite } from '../../_components/cite.tsx'
import styles from './statement.module.css'

/** A sentence with its ground beside it: numbers of its sources, how they were read, or whose judgment it is. */
export function Grounded({ statement, quiet = false }: { statement: Statement; quiet?: boolean }) {
  return (
    <>
      {statement.text} {statement.sources ? <Cite sources={statement.sources} /> : null}
      {statement.mark === undefined || statement.mark === 'verified' ? null : (
        <span className={styles.mark}> {marks[statement.mark]}</span>
      )}
      {statement.basis && !quiet ? <span className={styles.mark}> Authors’ judgment.</span> : null}
    </>
  )
}

const marks = {
  secondary: 'Read only in a summary or a copy.',
  'needs-review': 'Not yet checked against the source.'
}
