import type { ReactNode } from 'react'
import type { Source } from '#content/registry-schema.ts'
import { Day } from './day.tsx'
import styles from './reference-list.module.css'

type ReferenceListProps = {
  sources: readonly Source[]
  numberOf?: (id: string) => number | undefined
  /** What stands below a work. */
  below?: (id: string) => ReactNode
}

/** Works that statements rest on, each under its id so that a page can point at it; counted unless numbers are given. */
export function ReferenceList({ sources, numberOf, below }: ReferenceListProps) {
  return (
    <ol className={styles.list}>
      {sources.map((source) => (
        <li className={styles.source} id={source.id} value={numberOf?.(source.id)} key={source.id}>
          <Work source={source} /> {source.publisher}
          {source.year ? `, ${source.year}` : ''}. <span className={styles.read}>{readingOf(source)}</span>
          {source.readOn ? (
            <span className={styles.read}>
              , <Day date={source.readOn} />.
            </span>
          ) : (
            '.'
          )}
          {source.note ? <span className={styles.read}> {source.note}</span> : null}
          {below?.(source.id)}
        </li>
      ))}
    </ol>
  )
}

function Work({ source }: { source: Source }) {
  const href = source.doi ? `https://doi.org/${source.doi}` : source.url
  const title = /[.?]$/.test(source.title) ? source.title : `${source.title}.`
  return href ? (
    <a href={href} rel="noreferrer">
      {title}
    </a>
  ) : (
    <span>{title}</span>
  )
}

function readingOf(source: Source): string {
  return {
    verified: 'Read',
    secondary: 'Read only in a summary or a copy',
    'needs-review': 'Needs review: not yet read'
  }[source.mark]
}
