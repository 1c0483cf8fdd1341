import type { CourseProgress, Step } from '#machines/course/progress.ts'
import type { KnownParts } from '#server/learning/courses/known-parts.ts'
import { ButtonLink } from '../../_components/button.tsx'
import { nameOf, pathOf } from '../../_components/course-steps.ts'
import { Link } from '../../_components/link.tsx'
import { Notice } from '../../_components/notice.tsx'
import styles from './page.module.css'
import { TestForm } from './test-form.tsx'

type Course = { id: string }
type GoOnProps = { course: Course; progress: CourseProgress; role: string; known: KnownParts }

/** The one way on: what comes next, how much is left, or that all of it is done. */
export function GoOn({ course, progress, role, known }: GoOnProps) {
  const { next, isFinished, minutesLeft } = progress
  if (isFinished) return <Finished role={role} />
  if (!next) return null
  return (
    <section className={styles.onward} aria-label="Next in this course">
      <p>
        <strong>Next:</strong> {nameOf(next.part, known)}
      </p>
      <NextStep course={course} step={next} />
      <p className={styles.left}>About {minutesLeft === 1 ? '1 minute is' : `${minutesLeft} minutes are`} left.</p>
    </section>
  )
}

function NextStep({ course, step: { part, asksFirst } }: { course: Course; step: Step }) {
  if (part.kind === 'test') return <TestForm courseId={course.id} form={part.form} words="Go on" />
  return (
    <p>
      <ButtonLink href={asksFirst ? `/courses/${course.id}?ask=1` : pathOf(part, course.id)}>Go on</ButtonLink>
    </p>
  )
}

function Finished({ role }: { role: string }) {
  return (
    <Notice title="You have finished this course">
      <p>Every step of it is done. Its lessons and cases stay open to you.</p>
      <p>
        <Link href={`/courses?role=${role}`}>See the other courses for your work</Link>
      </p>
    </Notice>
  )
}
