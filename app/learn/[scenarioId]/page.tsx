import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { findOpenAttempt } from '#server/learning/attempts/queries.ts'
import { minutesOf } from '#server/learning/scenarios/minutes.ts'
import { findServed, served } from '#server/learning/scenarios/served.ts'
import { type Standing, standingOf } from '#server/learning/scenarios/standing.ts'
import { currentLearner, hasAccount } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'
import { ReviewBadge } from '../../_components/badge.tsx'
import { ButtonLink } from '../../_components/button.tsx'
import { missing } from '../../_components/missing.ts'
import { CodeNotice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { SignOffs } from '../../_components/sign-offs.tsx'
import { capitalized, minuteWords, tagWords, wordsOf } from '../../_components/words.ts'
import { WithdrawnNotice } from '../withdrawn-notice.tsx'
import { BeginForm } from './begin-form.tsx'
import { ContinueForm } from './continue-form.tsx'
import { Objectives } from './objectives.tsx'
import styles from './page.module.css'

// The case's name stays out of tabs and history.
export const metadata: Metadata = { title: 'Before you begin' }

/** The front page of a case: what it touches, a real choice, what it practices, and the form that begins it. */
export default async function FrontPage({ params, searchParams }: PageProps<'/learn/[scenarioId]'>) {
  const [{ scenarioId }, { notice, role }] = await Promise.all([params, searchParams])
  const loaded = findServed(served(), scenarioId)
  if (!loaded) missing()
  const { scenario } = loaded
  const minutes = minutesOf(loaded)
  const { signOffs, withdrawn } = standingOf(served(), scenario)
  const learner = await currentLearner()
  const isSignedIn = await hasAccount()
  const open = learner && (await findOpenAttempt(record(), { learnerId: learner.id, scenarioId }))
  return (
    <Page>
      <PageHeading over={wordsOf(scenario.setting)} title={capitalized(scenario.complaint)}>
        <p className={styles.facts}>
          {minutes ? <span className={styles.minutes}>{minuteWords(minutes)}</span> : null}
          <ReviewBadge state={scenario.review.state} />
          <span>Version {scenario.version}</span>
        </p>
        <CodeNotice code={notice} />
        {withdrawn ? <Withdrawn withdrawn={withdrawn} hasVisit={open !== undefined} /> : null}
        {open && notice !== 'attempt_outdated' ? (
          <ContinueForm
            isClosed={withdrawn !== undefined}
            scenarioId={scenarioId}
            startedAt={open.startedAt}
            isShared={learner.isShared}
          />
        ) : null}
      </PageHeading>
      <Section id="note" title="Content note">
        <p>{scenario.contentNote.text}</p>
        <p className={styles.tags}>{scenario.contentNote.tags.map((tag) => tagWords[tag]).join(' · ')}</p>
        <p>
          <strong>Some people taking this have lived this.</strong> You may stop at any step, and{' '}
          <Link href="/support/you">support</Link> is open at all times.
        </p>
        <p className={styles.choices}>
          {withdrawn ? null : <ButtonLink href="#begin">Begin</ButtonLink>}
          <ButtonLink href={`/learn/${scenarioId}/summary`} tone="plain">
            Read the summary
          </ButtonLink>
          <ButtonLink href="/learn" tone="plain">
            Choose another
          </ButtonLink>
        </p>
      </Section>
      <Section id="objectives" title="What you practice">
        <Objectives scenario={scenario} />
      </Section>
      <Section id="review" title="Who has read it">
        <SignOffs signOffs={signOffs} />
      </Section>
      {withdrawn || (open && isSignedIn) ? null : (
        <Section id="begin" title={open ? 'Start as someone new' : 'Begin'}>
          <BeginForm scenario={scenario} isNew={open !== undefined} isSignedIn={isSignedIn} role={role} />
        </Section>
      )}
    </Page>
  )
}

function Withdrawn({ withdrawn, hasVisit }: { withdrawn: NonNullable<Standing['withdrawn']>; hasVisit: boolean }) {
  return (
    <WithdrawnNotice withdrawn={withdrawn}>
      No new visit can begin, and its summary stands as it was written.{' '}
      {hasVisit ? 'The visit you have under way may go on to its debrief, or stop where it is.' : null}
    </WithdrawnNotice>
  )
}
