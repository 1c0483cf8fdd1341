import type { Metadata } from 'next'
import type { Course } from '#content/course-schema.ts'
import { findOpenWay } from '#server/credit/participations/ways.ts'
import { AppError } from '#server/errors.ts'
import { getStanding } from '#server/learning/courses/queries.ts'
import { findCourse, servedCourses } from '#server/learning/courses/served.ts'
import { currentPerson, requirePerson } from '#server/people/auth/session.ts'
import { currentLearner } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'
import { ButtonLink } from '../../../_components/button.tsx'
import { Link } from '../../../_components/link.tsx'
import { missing } from '../../../_components/missing.ts'
import { CodeNotice } from '../../../_components/notice.tsx'
import { Page, PageHeading } from '../../../_components/page.tsx'
import { EvaluationForm } from './evaluation-form.tsx'
import { isBiasAsked, wayIn } from './for-activity.ts'

export const metadata: Metadata = { title: 'Evaluation' }

/** What the learner thought of a course, asked without a name; before its time, or once given, the page says so. */
export default async function EvaluationPage({ params, searchParams }: PageProps<'/courses/[courseId]/evaluation'>) {
  const [{ courseId }, { notice, for: activity }] = await Promise.all([params, searchParams])
  const course = findCourse(servedCourses(), courseId)
  if (!course) missing()
  const activityId = typeof activity === 'string' ? activity : await activityOf(courseId)
  const asked = activityId === undefined ? await askedInCourse(course) : await askedForCredit(course, activityId)
  const { why, back, isBias } = asked
  return (
    <Page>
      <PageHeading
        over={<Link href={back}>{course.title}</Link>}
        title="Evaluation"
        lede={why ?? `About 2 minutes. ${isBias ? 'Every question but one' : 'Every question'} may be left out.`}
      >
        <CodeNotice code={notice} />
        {why ? (
          <p>
            <ButtonLink href={back}>{activityId ? 'Go to your activity' : 'Go to the course'}</ButtonLink>
          </p>
        ) : (
          <p>
            Your answers are kept without your name, your number or the day; all that stands with them is the course,
            its version{activityId ? ', the activity' : ''} and the quarter of the year. That you have finished this
            step is noted apart from them. Since nothing joins the two, answers cannot be changed or taken back later.
          </p>
        )}
      </PageHeading>
      {why ? null : <EvaluationForm course={course} activityId={activityId} isBiasAsked={isBias} />}
    </Page>
  )
}

/** Why it is not asked now, if it is not, where its reader came from, and whether one question is asked of everyone. */
type Asked = { why: string | undefined; back: string; isBias: boolean }

async function askedInCourse(course: Course): Promise<Asked> {
  const { role, progress } = await getStanding(record(), course, await currentLearner())
  const state = progress.steps.find(({ part }) => part.kind === 'evaluation')?.state
  if (state === undefined) missing()
  const closed = state === 'done' || state === 'waiting' ? closedWords[state] : undefined
  return { why: role === undefined ? closedWords.begin : closed, back: `/courses/${course.id}`, isBias: false }
}

async function askedForCredit(course: Course, activityId: string): Promise<Asked> {
  const back = `/activities/${activityId}`
  const actor = await requirePerson(back)
  const whose = { actor, activityId, courseId: course.id, now: new Date() }
  const way = await wayIn(whose).catch(leadOn)
  const { isEvaluated, finishedAt } = way.participation
  const why = isEvaluated === 1 ? closedWords.done : finishedAt === null ? closedWords.waiting : undefined
  return { why, back, isBias: isBiasAsked(way) }
}

/** Who takes the course for credit gives one evaluation, in their activity. */
async function activityOf(courseId: string): Promise<string | undefined> {
  const person = await currentPerson()
  return person && (await findOpenWay(record(), { userId: person.userId, courseId }))?.activityId
}

function leadOn(error: unknown): never {
  if (error instanceof AppError && error.code === 'activity_not_found') missing()
  throw error
}

const closedWords = {
  begin: 'This opens for those who have begun the course on this device.',
  waiting: 'This opens once the steps before it are done.',
  done: 'You have finished this step. It is taken once.'
}
