import type { Metadata } from 'next'
import { getStanding } from '#server/learning/courses/queries.ts'
import { findCourse, servedCourses } from '#server/learning/courses/served.ts'
import { currentLearner } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'
import { ButtonLink } from '../../../_components/button.tsx'
import { Link } from '../../../_components/link.tsx'
import { missing } from '../../../_components/missing.ts'
import { Page, PageHeading } from '../../../_components/page.tsx'
import { EvaluationForm } from './evaluation-form.tsx'

export const metadata: Metadata = { title: 'Evaluation' }

/** What the learner thought of a course, asked without a name; before its time, or once given, the page says so. */
export default async function EvaluationPage({ params }: PageProps<'/courses/[courseId]/evaluation'>) {
  const { courseId } = await params
  const course = findCourse(servedCourses(), courseId)
  if (!course) missing()
  const { role, progress } = await getStanding(record(), course, await currentLearner())
  const state = progress.steps.find(({ part }) => part.kind === 'evaluation')?.state
  if (state === undefined) missing()
  const why =
    role === undefined ? closedWords.begin : state === 'done' || state === 'waiting' ? closedWords[state] : undefined
  return (
    <Page>
      <PageHeading
        over={<Link href={`/courses/${courseId}`}>{course.title}</Link>}
        title="Evaluation"
        lede={why ?? 'About 2 minutes. Every question may be left out.'}
      >
        {why ? (
          <p>
            <ButtonLink href={`/courses/${courseId}`}>Go to the course</ButtonLink>
          </p>
        ) : (
          <p>
            Your answers are kept without your name, your number or the day; all that stands with them is the course,
            its version and the quarter of the year. That you have finished this step is noted apart from them. Since
            nothing joins the two, answers cannot be changed or taken back later.
          </p>
        )}
      </PageHeading>
      {why ? null : <EvaluationForm course={course} />}
    </Page>
  )
}

const closedWords = {
  begin: 'This opens for those who have begun the course on this device.',
  waiting: 'This opens once the steps before it are done.',
  done: 'You have finished this step. It is taken once.'
}
