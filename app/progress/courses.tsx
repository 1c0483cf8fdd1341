import type { Course } from '#content/course-schema.ts'
import { knownParts } from '#server/learning/courses/known-parts.ts'
import { getStanding, listEnrollments } from '#server/learning/courses/queries.ts'
import { listCourses, servedCourses } from '#server/learning/courses/served.ts'
import { record } from '#server/record/db/client.ts'
import { nameOf } from '../_components/course-steps.ts'
import { Link } from '../_components/link.tsx'
import styles from './page.module.css'

type Learner = { id: string }

/** Each course that was begun: what is done, what is next, the minutes left. */
export async function Courses({ learner }: { learner: Learner | undefined }) {
  const begun = learner ? await listEnrollments(record(), { learnerId: learner.id }) : []
  const offered = listCourses(servedCourses())
  const courses = begun.flatMap(({ courseId }) => offered.filter(({ id }) => id === courseId))
  if (!learner || courses.length === 0)
    return (
      <p>
        You have begun no course here. <Link href="/courses">Choose one that fits your work</Link>.
      </p>
    )
  return (
    <ul className="plainlist">
      {courses.map((course) => (
        <CourseRow course={course} learner={learner} key={course.id} />
      ))}
    </ul>
  )
}

async function CourseRow({ course, learner }: { course: Course; learner: Learner }) {
  const { role, progress } = await getStanding(record(), course, learner)
  const { steps, next, minutesLeft, isFinished } = progress
  const toDo = steps.filter(({ state }) => state !== 'passed-over')
  const done = toDo.filter(({ state }) => state === 'done').length
  return (
    <li className={styles.row}>
      <h3>
        <Link href={`/courses/${course.id}`}>{course.title}</Link>
      </h3>
      {isFinished ? (
        <p>Finished: every step is done.</p>
      ) : (
        <p>
          {done} of {toDo.length} steps done. About {minutesLeft === 1 ? '1 minute' : `${minutesLeft} minutes`} left.
        </p>
      )}
      {next ? <p className={styles.soft}>Next: {nameOf(next.part, knownParts(course, role ?? ''))}</p> : null}
    </li>
  )
}
