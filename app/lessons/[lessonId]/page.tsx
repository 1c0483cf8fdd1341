import type { Metadata } from 'next'
import { findReading } from '#server/learning/lessons/queries.ts'
import { findLesson, listLessons, type ServedLesson, servedLessons } from '#server/learning/lessons/served.ts'
import { currentLearner, hasAccount } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'
import { ReviewBadge } from '../../_components/badge.tsx'
import { ButtonLink } from '../../_components/button.tsx'
import { courseIn } from '../../_components/course-in.ts'
import { Day } from '../../_components/day.tsx'
import { ForCredit, isLeftForCredit } from '../../_components/for-credit.tsx'
import { Link } from '../../_components/link.tsx'
import { missing } from '../../_components/missing.ts'
import { CodeNotice, Notice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { minuteWords, tagWords } from '../../_components/words.ts'
import { LessonFigure } from '../_figures/figure.tsx'
import { nextLesson } from '../groups.ts'
import { Contents } from './contents.tsx'
import { layOut } from './lay-out.ts'
import { LessonText } from './lesson-text.tsx'
import { Onward } from './onward.tsx'
import styles from './page.module.css'
import print from './print.module.css'
import { Questions, ReasonsOnPaper } from './questions.tsx'
import { ReadForm } from './read-form.tsx'
import { Sources } from './sources.tsx'

// The lesson's name stays out of tabs and history.
export const metadata: Metadata = { title: 'Lesson' }

const ownIds = ['main', 'note', 'objectives', 'text', 'questions', 'read', 'next', 'sources']

/** A lesson: what it touches, what it is for, its text, questions for oneself, the mark, what comes next, its sources. */
export default async function LessonPage({ params, searchParams }: PageProps<'/lessons/[lessonId]'>) {
  const [{ lessonId }, search] = await Promise.all([params, searchParams])
  const served = findLesson(servedLessons(), lessonId)
  if (!served) missing()
  const { lesson } = served
  const course = courseIn(search.from)
  if (lesson.status === 'withdrawn') return <Withdrawn served={served} course={course} />
  const learner = await currentLearner()
  const reading = learner && (await findReading(record(), { learnerId: learner.id, lessonId }))
  const isForCredit = await isLeftForCredit({ kind: 'lesson', id: lessonId })
  const { tree, parts } = layOut(lesson.text, ownIds)
  return (
    <div className={print.sheet}>
      <Page>
        <Heading served={served} course={course} notice={search.notice} />
        <ContentNote lesson={lesson} />
        <Section id="objectives" title="What you can do afterward">
          <ul>
            {lesson.objectives.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </Section>
        <article className={styles.article} id="text" aria-label={lesson.title}>
          <Contents parts={parts} />
          <LessonText tree={tree} figure={(name) => <LessonFigure name={name} search={search} />} />
        </article>
        <Section id="questions" title="Questions for yourself">
          <Questions questions={lesson.questions} />
        </Section>
        <div className="noprint">
          <Section id="read" title="Mark as read">
            <ReadForm
              isForCredit={isForCredit}
              lesson={lesson}
              reading={reading}
              isKnown={learner !== undefined || (await hasAccount())}
              course={course}
            />
          </Section>
          <Onward lesson={lesson} next={nextLesson(listLessons(servedLessons()), lessonId)} />
        </div>
        <Sources served={served} />
        <ReasonsOnPaper questions={lesson.questions} />
      </Page>
    </div>
  )
}

type HeadingProps = { served: ServedLesson; course: string | undefined; notice?: string | string[] | undefined }

function Heading({ served: { lesson, minutes }, course, notice }: HeadingProps) {
  return (
    <PageHeading over={<Back course={course} />} title={lesson.title} lede={lesson.summary}>
      <p className={styles.facts}>
        <span className={styles.minutes}>{minuteWords({ shortest: minutes, longest: minutes })}</span>
        <ReviewBadge state={lesson.review.state} />
        <span>Version {lesson.version}</span>
      </p>
      <CodeNotice code={notice} />
      <ForCredit content={{ kind: 'lesson', id: lesson.id }} />
    </PageHeading>
  )
}

function Back({ course }: { course: string | undefined }) {
  return (
    <>
      <Link href="/lessons">Lessons</Link>
      {course ? (
        <>
          {' · '}
          <Link href={`/courses/${course}`}>Back to the course</Link>
        </>
      ) : null}
    </>
  )
}

function ContentNote({ lesson: { contentNote } }: Pick<ServedLesson, 'lesson'>) {
  if (!contentNote) return null
  return (
    <Section id="note" title="Content note">
      <p>{contentNote.text}</p>
      <p className={styles.tags}>{contentNote.tags.map((tag) => tagWords[tag]).join(' · ')}</p>
      <p className="noprint">
        <strong>Some people reading this have lived this.</strong> You may stop at any line, and{' '}
        <Link href="/support/you">support</Link> is open at all times.
      </p>
      <p className={styles.choices}>
        <ButtonLink href="#objectives">Read this lesson</ButtonLink>
        <ButtonLink href="/lessons" tone="plain">
          Choose another lesson
        </ButtonLink>
      </p>
    </Section>
  )
}

function Withdrawn({ served, course }: HeadingProps) {
  const { withdrawn } = served.lesson
  return (
    <Page>
      <PageHeading over={<Back course={course} />} title={served.lesson.title}>
        <Notice title="This lesson has been withdrawn" tone="risk">
          {withdrawn ? (
            <p>
              Since <Day date={withdrawn.on} />. {withdrawn.because}
            </p>
          ) : null}
          <p>
            Its text is not shown. <Link href="/lessons">Choose another lesson</Link>
          </p>
        </Notice>
      </PageHeading>
    </Page>
  )
}
