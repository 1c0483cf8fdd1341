import type { LessonReading } from '#server/learning/lessons/queries.ts'
import type { ServedLesson } from '#server/learning/lessons/served.ts'
import { Badge, ReviewBadge } from '../_components/badge.tsx'
import { Day } from '../_components/day.tsx'
import { Link } from '../_components/link.tsx'
import { minuteWords } from '../_components/words.ts'
import styles from './page.module.css'

type LessonRowProps = { served: ServedLesson; reading: LessonReading | undefined }

/** One lesson of the list: what it is about, how long it takes, whether it was read here and how far it was reviewed. */
export function LessonRow({ served: { lesson, minutes }, reading }: LessonRowProps) {
  return (
    <li className={styles.lesson}>
      <div>
        <h3 className={styles.title}>
          <Link href={`/lessons/${lesson.id}`}>{lesson.title}</Link>
        </h3>
        <p className={styles.summary}>{lesson.summary}</p>
      </div>
      <div className={styles.facts}>
        <p className={styles.minutes}>{minuteWords({ shortest: minutes, longest: minutes })}</p>
        {reading ? <ReadMark reading={reading} isCurrent={reading.version === lesson.version} /> : null}
        <p>
          <ReviewBadge state={lesson.review.state} />
        </p>
      </div>
    </li>
  )
}

function ReadMark({ reading, isCurrent }: { reading: LessonReading; isCurrent: boolean }) {
  const day = <Day date={reading.readAt.slice(0, 10)} />
  return (
    <p>{isCurrent ? <Badge tone="done">Read on {day}</Badge> : <Badge>Changed since you read it on {day}</Badge>}</p>
  )
}
