import type { FinishedVisit } from '#server/learning/progress/queries.ts'
import { findServed, served } from '#server/learning/scenarios/served.ts'
import { Day } from '../_components/day.tsx'
import { Link } from '../_components/link.tsx'
import { capitalized, wordsOf } from '../_components/words.ts'
import styles from './page.module.css'

/** The finished visits, each with the way to its debrief. */
export function Visits({ visits }: { visits: readonly FinishedVisit[] }) {
  if (visits.length === 0)
    return (
      <p>
        You have finished no case here. <Link href="/learn">Choose one</Link> and take it to its debrief.
      </p>
    )
  return (
    <ul className="plainlist">
      {visits.map(({ attemptId, scenarioId, endedAt, isFirst }) => (
        <li className={styles.row} key={attemptId}>
          <p>
            <Link href={`/learn/attempts/${attemptId}/debrief`}>{nameOf(scenarioId)}</Link>
          </p>
          <p className={styles.soft}>
            {isFirst ? 'First visit' : 'Another visit'}, finished on <Day date={endedAt.slice(0, 10)} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function nameOf(scenarioId: string): string {
  const found = findServed(served(), scenarioId)?.scenario
  return found ? `${wordsOf(found.setting)}: ${capitalized(found.complaint)}` : 'A case that is no longer here'
}
