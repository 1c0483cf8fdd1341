import { findSourceNumber } from '#server/learning/reference/queries.ts'
import styles from './cite.module.css'

/** Numbers of the sources of a statement, each a link to its place in the list of all sources. */
export function Cite({ sources }: { sources: readonly string[] }) {
  return (
    <span className={styles.cite}>
      {sources.map((id) => (
        <a href={`/evidence#${id}`} key={id} aria-label={`Source ${findSourceNumber(id) ?? ''}`}>
          {findSourceNumber(id) ?? '?'}
        </a>
      ))}
    </span>
  )
}
