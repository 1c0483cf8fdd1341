import type { CitedIn, CitingPart } from '#server/learning/reference/citations.ts'
import { Link } from '../_components/link.tsx'
import styles from './page.module.css'

const names: Record<CitingPart, string> = {
  statements: 'What studies found',
  corrections: 'Often said, and not so',
  lessons: 'Lessons',
  figures: 'Figures of the lessons',
  indicators: 'Indicators',
  phrases: 'Words to use',
  codes: 'Codes',
  coding: 'Statements about coding',
  contacts: 'Contacts',
  duties: 'Duties to report, by place',
  competencies: 'Core competencies',
  words: 'Words we avoid',
  cases: 'Cases',
  questions: 'Test questions'
}

/** What one source supports and where it is cited, closed at first. */
export function CitedPlaces({ number, parts }: { number: number | undefined; parts: readonly CitedIn[] }) {
  const count = parts.reduce((sum, { places, counted }) => sum + places.length + counted, 0)
  if (count === 0) return <p className={styles.uncited}>Kept for reading on; nothing here cites it.</p>
  return (
    <details className={styles.cited}>
      <summary aria-label={`Source ${number ?? ''}: supports ${placesOf(count)}`}>Supports {placesOf(count)}</summary>
      <dl>
        {parts.map((part) => (
          <div key={part.part}>
            <dt>{names[part.part]}</dt>
            <Places part={part} />
          </div>
        ))}
      </dl>
    </details>
  )
}

function Places({ part: { places, counted } }: { part: CitedIn }) {
  return (
    <>
      {places.map(({ text, href = '' }) => (
        <dd key={`${href} ${text}`}>
          <Link href={href}>{text}</Link>
        </dd>
      ))}
      {counted > 0 ? <dd>{places.length > 0 ? `and ${counted} more` : counted}</dd> : null}
    </>
  )
}

function placesOf(count: number): string {
  return count === 1 ? '1 place' : `${count} places`
}
