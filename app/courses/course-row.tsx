import type { Course } from '#content/course-schema.ts'
import { Badge, ReviewBadge } from '../_components/badge.tsx'
import { Link } from '../_components/link.tsx'
import styles from './page.module.css'

type CourseRowProps = { course: Course; role: string | undefined; isBegun: boolean }

/** One course of the list: what it is, what one can do afterward, how long it takes and how far it was reviewed. */
export function CourseRow({ course, role, isBegun }: CourseRowProps) {
  return (
    <li className={styles.course}>
      <div>
        <h3 className={styles.title}>
          <Link href={`/courses/${course.id}${role ? `?role=${role}` : ''}`}>{course.title}</Link>
        </h3>
        <p className={styles.lede}>{course.lede}</p>
        <ul className={styles.gains} aria-label={`What you can do after: ${course.title}`}>
          {course.objectives.map(({ objective, text }) => (
            <li key={objective}>{text}</li>
          ))}
        </ul>
      </div>
      <div className={styles.facts}>
        <p className={styles.minutes}>{course.minutes} minutes</p>
        {isBegun ? (
          <p>
            <Badge>Begun</Badge>
          </p>
        ) : null}
        <p>
          <ReviewBadge state={course.review.state} />
        </p>
      </div>
    </li>
  )
}
