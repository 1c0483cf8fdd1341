import type { Metadata } from 'next'
import { type LessonReading, listReadings } from '#server/learning/lessons/queries.ts'
import { listLessons, servedLessons } from '#server/learning/lessons/served.ts'
import { currentLearner } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'
import { CodeNotice } from '../_components/notice.tsx'
import { Page, PageHeading, Section } from '../_components/page.tsx'
import { groupLessons } from './groups.ts'
import { LessonRow } from './lesson-row.tsx'

export const metadata: Metadata = { title: 'Lessons' }

/** The lessons on offer in the order they build on each other, with what this reader has marked as read. */
export default async function LessonsPage({ searchParams }: PageProps<'/lessons'>) {
  const { notice } = await searchParams
  const groups = groupLessons(listLessons(servedLessons()))
  const learner = await currentLearner()
  const readings = learner ? await listReadings(record(), { learnerId: learner.id }) : []
  return (
    <Page>
      <PageHeading
        title="Lessons"
        lede="Each takes a few minutes, names its sources and ends with two or three questions for yourself. Read them in any order."
      >
        <CodeNotice code={notice} />
      </PageHeading>
      {groups.length === 0 ? <p>No lesson is on offer here at present.</p> : null}
      {groups.map(({ id, title, lessons }) => (
        <Section id={id} title={title} key={id} wide>
          <ul className="plainlist">
            {lessons.map((served) => (
              <LessonRow served={served} reading={readingOf(readings, served.lesson.id)} key={served.lesson.id} />
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}

function readingOf(readings: readonly LessonReading[], id: string): LessonReading | undefined {
  return readings.find(({ lessonId }) => lessonId === id)
}
