import type { Metadata } from 'next'
import { findPlan } from '#server/learning/boosters/queries.ts'
import { findBooster, servedBoosters } from '#server/learning/boosters/served.ts'
import { currentLearner } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'
import { ReviewBadge } from '../../_components/badge.tsx'
import { Button } from '../../_components/button.tsx'
import { Cite } from '../../_components/cite.tsx'
import { Link } from '../../_components/link.tsx'
import { missing } from '../../_components/missing.ts'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { Options } from './options.tsx'
import styles from './page.module.css'

// The scene's name stays out of tabs and history.
export const metadata: Metadata = { title: '90 seconds' }

/** One scene, one question for oneself and what to take along; nothing chosen is sent. */
export default async function BoosterPage({ params }: PageProps<'/boosters/[boosterId]'>) {
  const { boosterId } = await params
  const booster = findBooster(servedBoosters(), boosterId)
  if (!booster) missing()
  const learner = await currentLearner()
  const plan = learner && (await findPlan(record(), { learnerId: learner.id }))
  return (
    <Page>
      <PageHeading over={<Link href="/progress#boosters">Boosters</Link>} title={booster.title}>
        <p>
          <ReviewBadge state={booster.review.state} />
        </p>
      </PageHeading>
      <Section id="scene" title="The scene">
        {booster.scene.map((passage) => (
          <p key={passage}>{passage}</p>
        ))}
      </Section>
      <Section id="question" title="Your answer">
        <Options booster={booster} />
      </Section>
      <Section id="keep" title="To take along">
        <p>
          {booster.keep} <Cite sources={booster.sources} />
        </p>
        <form className={styles.done} method="post" action={`/boosters/${booster.id}/done`}>
          <Button>{plan && !plan.done.has(booster.id) ? 'Done' : 'Go to your progress'}</Button>
        </form>
      </Section>
    </Page>
  )
}
