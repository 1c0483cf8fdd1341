import { Link } from '#app/_components/link.tsx'
import { minutesOf } from '#server/learning/scenarios/minutes.ts'
import { ReviewBadge } from '../_components/badge.tsx'
import { capitalized, minuteWords, tagWords, wordsOf } from '../_components/words.ts'
import styles from './page.module.css'

/** One case of the list: where, what for, how long, what it touches and how far it was reviewed. */
export function CaseRow({ loaded }: { loaded: Parameters<typeof minutesOf>[0] }) {
  const { scenario } = loaded
  const minutes = minutesOf(loaded)
  return (
    <li className={styles.case}>
      <div className={styles.named}>
        <p className={styles.setting}>{wordsOf(scenario.setting)}</p>
        <h3 className={styles.complaint}>
          <Link href={`/learn/${scenario.id}`}>{capitalized(scenario.complaint)}</Link>
        </h3>
        <p className={styles.note}>
          <span className={styles.noteLabel}>Content note.</span> {scenario.contentNote.text}
        </p>
        <p className={styles.tags}>{scenario.contentNote.tags.map((tag) => tagWords[tag]).join(' · ')}</p>
      </div>
      <div className={styles.facts}>
        {minutes ? <p className={styles.minutes}>{minuteWords(minutes)}</p> : null}
        <p>
          <ReviewBadge state={scenario.review.state} />
        </p>
        <p>
          <Link href={`/learn/${scenario.id}/summary`} aria-label={`Read the summary: ${scenario.title}`}>
            Read the summary
          </Link>
        </p>
      </div>
    </li>
  )
}
