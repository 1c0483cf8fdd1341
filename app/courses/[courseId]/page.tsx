import type { Metadata } from 'next'
import { type KnownParts, knownParts } from '#server/learning/courses/known-parts.ts'
import { type CourseStanding, getStanding } from '#server/learning/courses/queries.ts'
import { findCourse, servedCourses } from '#server/learning/courses/served.ts'
import { listRoles } from '#server/learning/reference/queries.ts'
import { currentLearner, hasAccount } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'
import { ReviewBadge } from '../../_components/badge.tsx'
import { Day } from '../../_components/day.tsx'
import { ForCredit } from '../../_components/for-credit.tsx'
import { Link } from '../../_components/link.tsx'
import { missing } from '../../_components/missing.ts'
import { CodeNotice, Notice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { SignOffs } from '../../_components/sign-offs.tsx'
import { roleIn } from '../role-in.ts'
import { About, ContentNote } from './about.tsx'
import { Ask } from './ask.tsx'
import { EnrollForm } from './enroll-form.tsx'
import { GoOn } from './go-on.tsx'
import { lighterThan } from './lighter.ts'
import styles from './page.module.css'
import { StepList } from './step-list.tsx'

// The course's name stays out of tabs and history.
export const metadata: Metadata = { title: 'Course' }

/** A course: before it is begun what it asks and gives, after that where the learner stands and the way on. */
export default async function CoursePage({ params, searchParams }: PageProps<'/courses/[courseId]'>) {
  const [{ courseId }, search] = await Promise.all([params, searchParams])
  const course = findCourse(servedCourses(), courseId)
  if (!course) missing()
  if (course.status === 'withdrawn') return <Withdrawn course={course} />
  const learner = await currentLearner()
  const wanted = roleIn(search.role)
  const standing = await getStanding(record(), course, learner, wanted)
  const known = knownParts(course, standing.role ?? wanted ?? 'not-listed')
  const { next } = standing.progress
  if (search.ask === '1' && standing.role !== undefined && next?.asksFirst && next.part.kind === 'case')
    return (
      <Ask course={course} scenario={next.part.scenario} lighter={lighterThan(next, standing.progress)} known={known} />
    )
  return (
    <Page>
      <Heading course={course} standing={standing} known={known} notice={search.notice} />
      {standing.role === undefined ? (
        <>
          <About course={course} known={known} />
          <ContentNote known={known} />
          <Section id="begin" title="Begin">
            <EnrollForm course={course} role={wanted} isKnown={learner !== undefined || (await hasAccount())} />
          </Section>
          <Section id="steps" title="Its steps">
            <StepList course={course} steps={standing.progress.steps} known={known} isBegun={false} />
          </Section>
        </>
      ) : (
        <>
          <Section id="steps" title="Its steps">
            <StepList course={course} steps={standing.progress.steps} known={known} isBegun />
          </Section>
          <About course={course} known={known} />
          <ContentNote known={known} />
          <Section id="begin" title="Your profession">
            <p>You take this course as: {labelOf(standing.role)}. One of its visits may depend on it.</p>
            <EnrollForm course={course} role={standing.role} isKnown isChange />
          </Section>
        </>
      )}
      <Section id="review" title="Who has read it">
        <SignOffs signOffs={course.review.signOffs} />
      </Section>
    </Page>
  )
}

type CourseProps = { course: NonNullable<ReturnType<typeof findCourse>> }

type HeadingProps = CourseProps & {
  standing: CourseStanding
  known: KnownParts
  notice: string | string[] | undefined
}

function Heading({ course, standing: { role, progress }, known, notice }: HeadingProps) {
  return (
    <PageHeading over={<Link href="/courses">Courses</Link>} title={course.title} lede={course.lede}>
      <p className={styles.facts}>
        <span className={styles.minutes}>{course.minutes} minutes</span>
        <ReviewBadge state={course.review.state} />
        <span>Version {course.version}</span>
      </p>
      <CodeNotice code={notice} />
      <ForCredit content={{ kind: 'course', id: course.id }} />
      {role === undefined ? null : <GoOn course={course} progress={progress} role={role} known={known} />}
    </PageHeading>
  )
}

function Withdrawn({ course: { title, withdrawn } }: CourseProps) {
  return (
    <Page>
      <PageHeading over={<Link href="/courses">Courses</Link>} title={title}>
        <Notice title="This course has been withdrawn" tone="risk">
          {withdrawn ? (
            <p>
              Since <Day date={withdrawn.on} />. {withdrawn.because}
            </p>
          ) : null}
          <p>
            What you did in its lessons and cases stays done. <Link href="/courses">Choose another course</Link>
          </p>
        </Notice>
      </PageHeading>
    </Page>
  )
}

function labelOf(role: string): string {
  return listRoles().find(({ id }) => id === role)?.label ?? role
}
