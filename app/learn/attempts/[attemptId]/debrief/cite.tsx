import numbers from '#app/_components/cite.module.css'
import { Day } from '#app/_components/day.tsx'
import type { Source } from '#content/registry-schema.ts'
import type { Reasoned } from '#content/scene-schema.ts'
import styles from './cite.module.css'

const markWords: Record<Source['mark'], string> = {
  verified: 'read',
  secondary: 'read in a summary or a copy',
  'needs-review': 'not yet read'
}

/** A statement with its ground: source numbers that lead to the list at the foot, or the authors' judgment. */
export function Reason({ reason, sources }: { reason: Reasoned; sources: readonly Source[] }) {
  return (
    <>
      {reason.text} <Ground reason={reason} sources={sources} />
    </>
  )
}

function Ground({ reason, sources }: { reason: Reasoned; sources: readonly Source[] }) {
  if (!reason.sources) return <span className={styles.judgment}>Authors’ judgment.</span>
  return (
    <span className={numbers.cite}>
      {reason.sources.map((id) => (
        <SourceNumber key={id} id={id} sources={sources} />
      ))}
    </span>
  )
}

function SourceNumber({ id, sources }: { id: string; sources: readonly Source[] }) {
  const place = sources.findIndex((source) => source.id === id)
  const source = sources[place]
  if (!source) return null
  return (
    <a href={`#${id}`} aria-label={`Reference ${place + 1}: ${source.title}`} title={source.title}>
      {place + 1}
    </a>
  )
}

/** The works under a statement by title, with how far and when each was read. On paper the numbers stand for them. */
export function SourceTitles({ reason, sources }: { reason: Reasoned; sources: readonly Source[] }) {
  const named = sources.filter((source) => reason.sources?.includes(source.id))
  if (named.length === 0) return null
  return (
    <ul className={styles.titles}>
      {named.map((source) => (
        <li key={source.id}>
          {sources.indexOf(source) + 1}. {source.title}. {source.publisher}
          {source.year ? `, ${source.year}` : ''} ({markWords[source.mark]}
          {source.readOn && (
            <>
              {' '}
              <Day date={source.readOn} />
            </>
          )}
          )
        </li>
      ))}
    </ul>
  )
}
