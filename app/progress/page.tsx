import type { Metadata } from 'next'
import { listReadings } from '#server/learning/lessons/queries.ts'
import { getPractice } from '#server/learning/progress/queries.ts'
import { currentLearner, hasAccount } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'
import { Link } from '../_components/link.tsx'
import { CodeNotice } from '../_components/notice.tsx'
import { Page, PageHeading, Section } from '../_components/page.tsx'
import { Boosters } from './boosters.tsx'
import { Courses } from './courses.tsx'
import { Habits } from './habits.tsx'
import { Lessons } from './lessons.tsx'
import { Visits } from './visits.tsx'

export const metadata: Metadata = { title: 'Progress' }

/** What somebody has done on this device, or with their account, and what comes next: courses, habits, cases, lessons and boosters. No scores. */
export default async function ProgressPage({ searchParams }: PageProps<'/progress'>) {
  const { notice } = await searchParams
  const learner = await currentLearner()
  const isSignedIn = await hasAccount()
  const whose = learner && { learnerId: learner.id }
  const practice = whose && (await getPractice(record(), whose))
  const readings = whose ? await listReadings(record(), whose) : []
  return (
    <Page>
      <PageHeading
        title="Your progress"
        lede={`What you have done ${isSignedIn ? 'with your account' : 'on this device'} and what comes next. There are no scores.`}
      >
        <CodeNotice code={notice} />
      </PageHeading>
      <Section id="courses" title="Courses">
        <Courses learner={learner} />
      </Section>
      <Section id="habits" title="Five habits">
        <Habits practice={practice} />
      </Section>
      <Section id="cases" title="Cases">
        <Visits visits={practice?.visits ?? []} />
      </Section>
      <Section id="lessons" title="Lessons">
        <Lessons readings={readings} />
      </Section>
      <Section id="boosters" title="Boosters">
        <Boosters learner={learner} isKnown={learner !== undefined || isSignedIn} />
      </Section>
      <Section id="kept" title="What is kept">
        <p>
          {isSignedIn
            ? 'All of this is kept in your account. '
            : 'All of this is found through one cookie in this browser, without an account. '}
          <Link href="/privacy">What is stored</Link>, and how to <Link href="/learn/clear">clear this computer</Link>.
        </p>
      </Section>
    </Page>
  )
}
