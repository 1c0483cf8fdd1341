import type { LessonReading } from '#server/learning/lessons/queries.ts'
import { findLesson, servedLessons } from '#server/learning/lessons/served.ts'
import { Day } from '../_components/day.tsx'
import { Link } from '../_components/link.tsx'
import styles from './page.module.css'

/** The lessons marked as read. */
export function Lessons({ readings }: { readings: readonly LessonReading[] }) {
  const read = readings.flatMap(({ lessonId, version, readAt }) => {
    const found = findLesson(servedLessons(), lessonId)?.lesson
    return found ? [{ lesson: found, isCurrent: found.version === version, day: readAt.slice(0, 10) }] : []
  })
  if (read.length === 0)
    return (
      <p>
        You have marked no lesson as read. <Link href="/lessons">Read one</Link>; each takes a few minutes.
      </p>
    )
  return (
    <ul className="plainlist">
      {read.map(({ lesson, isCurrent, day }) => (
        <li className={styles.row} key={lesson.id}>
          <p>
            <Link href={`/lessons/${lesson.id}`}>{lesson.title}</Link>
          </p>
          <p className={styles.soft}>
            {isCurrent ? 'Read on' : 'Changed since you read it on'} <Day date={day} />
          </p>
        </li>
      ))}
    </ul>
  )
}
