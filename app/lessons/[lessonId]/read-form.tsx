import type { LessonReading } from '#server/learning/lessons/queries.ts'
import { keepDays, keepHoursShared } from '#server/people/learners/lifetime.ts'
import { Button, ButtonLink } from '../../_components/button.tsx'
import { Day } from '../../_components/day.tsx'
import { CheckField } from '../../_components/field.tsx'
import styles from './page.module.css'

type ReadFormProps = {
  lesson: { id: string; version: number }
  reading: LessonReading | undefined
  /** Whether this reader has a cookie already. */
  isKnown: boolean
  course: string | undefined
  /** Whether it is still to be marked for credit, also where it was read before. */
  isForCredit: boolean
}

/** That this version was marked as read and when, or the one press that marks it. */
export function ReadForm({ lesson, reading, isKnown, course, isForCredit }: ReadFormProps) {
  if (reading?.version === lesson.version && !isForCredit) {
    return (
      <>
        <p>
          Read on <Day date={dayOf(reading)} />.
        </p>
        {course ? (
          <p className={styles.choices}>
            <ButtonLink href={`/courses/${course}`}>Back to the course</ButtonLink>
          </p>
        ) : null}
      </>
    )
  }
  return (
    <form className={styles.read} method="post" action={`/lessons/${lesson.id}/read`}>
      {course ? <input type="hidden" name="from" value={course} /> : null}
      {reading?.version === lesson.version ? (
        <p>
          Read on <Day date={dayOf(reading)} />. Read it again: what you do since you began for credit counts for it.
        </p>
      ) : null}
      {reading && reading.version !== lesson.version ? (
        <p>
          You read version {reading.version} on <Day date={dayOf(reading)} />. The text has changed since.
        </p>
      ) : null}
      {isKnown ? null : (
        <CheckField
          name="shared"
          value="yes"
          label="This is a shared computer"
          hint={`The cookie goes when the browser closes, and the mark is deleted ${keepHoursShared} hours later.`}
        />
      )}
      <div>
        <Button>{course ? 'Mark as read and go back to the course' : 'Mark as read'}</Button>
        {isKnown ? null : <CookieWords />}
      </div>
    </form>
  )
}

function CookieWords() {
  return (
    <p className={styles.cookie}>
      Reading needs no mark. The mark is kept on this server under a random number in one cookie, for {keepDays} days
      after you last came back, so that you can see what you have read.
    </p>
  )
}

function dayOf({ readAt }: LessonReading): string {
  return readAt.slice(0, 10)
}
