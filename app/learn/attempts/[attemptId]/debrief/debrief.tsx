import { ReviewBadge } from '#app/_components/badge.tsx'
import { ButtonLink } from '#app/_components/button.tsx'
import { ForCredit } from '#app/_components/for-credit.tsx'
import { Link } from '#app/_components/link.tsx'
import { CodeNotice, Notice } from '#app/_components/notice.tsx'
import { Page, PageHeading, Section } from '#app/_components/page.tsx'
import { PrintButton } from '#app/_components/print-button.tsx'
import { ReferenceList } from '#app/_components/reference-list.tsx'
import { SignOffs } from '#app/_components/sign-offs.tsx'
import { WithdrawnNotice } from '#app/learn/withdrawn-notice.tsx'
import type { Registry, Source } from '#content/registry-schema.ts'
import type { DebriefView } from '#machines/scenario/debrief.ts'
import type { Facility } from '#server/learning/reference/queries.ts'
import type { Standing } from '#server/learning/scenarios/standing.ts'
import { Axes } from './axes.tsx'
import { Reason } from './cite.tsx'
import { Coding } from './coding.tsx'
import { Contacts } from './contacts.tsx'
import { Cues } from './cues.tsx'
import styles from './debrief.module.css'
import { DebriefArrival } from './debrief-arrival.tsx'
import { DecisionMap } from './map.tsx'
import { NextShift } from './next-shift.tsx'
import print from './print.module.css'
import { Stations } from './stations.tsx'

export type DebriefProps = {
  attemptId: string
  /** The code of a refused request; one that is not ours says nothing. */
  notice: string | string[] | undefined
  /** The first attempt, where this one is a "what if". */
  firstAttemptId: string | null
  view: DebriefView
  scenario: { id: string; title: string; version: number }
  /** Where this version of the case stands today. */
  standing: Standing
  turns: readonly number[]
  registry: Pick<Registry, 'codes' | 'contacts'>
  /** The works cited, in the order of their numbers. */
  sources: readonly Source[]
  facility: Facility
}

/** What happened, why, and what to take to the next shift: a page to keep. No sum, no grade, no pass. */
export function Debrief(props: DebriefProps) {
  const { view, scenario, standing, sources, registry } = props
  return (
    <div className={print.paper}>
      <DebriefArrival />
      <Page>
        <PageHeading over={`Debrief · ${scenario.title}`} title={view.ending.title} lede={view.ending.happened}>
          <CodeNotice code={props.notice} />
          <ForCredit content={{ kind: 'case', id: scenario.id }} />
          {standing.withdrawn && (
            <WithdrawnNotice withdrawn={standing.withdrawn}>
              This debrief stands as it was written, without the correction. That you completed the case is kept.
            </WithdrawnNotice>
          )}
          {props.firstAttemptId && <BranchNotice firstAttemptId={props.firstAttemptId} />}
          <p className={styles.edition}>
            <ReviewBadge state={standing.review} /> <span>Version {scenario.version}</span>
            <span className={print.limits}>
              Education only. Not a screening tool. Not legal or coding advice. Not endorsed by the U.S. Department of
              Health and Human Services.
            </span>
          </p>
          <PrintButton>Print or save this page</PrintButton>
        </PageHeading>
        {view.firstImpression && <FirstImpression impression={view.firstImpression} />}
        <Section id="axes" title="Six sides of this visit">
          <p className={styles.soft}>Each is judged by what was known then, not by how it turned out.</p>
          <Axes axes={view.axes} />
        </Section>
        <Path {...props} />
        <Section id="cues" title="What you noticed">
          <Cues cues={view.cues} sources={sources} />
        </Section>
        <Section id="coding" title="Coding this encounter" wide>
          <Coding coding={view.coding} codes={registry.codes} sources={sources} />
        </Section>
        <Section id="next-shift" title="For your next shift" wide>
          <NextShift gaps={view.gaps} facility={props.facility} />
        </Section>
        <Section id="contacts" title="Public numbers">
          <Contacts contacts={registry.contacts} />
        </Section>
        <TakeAway view={view} sources={sources} />
        <Section id="references" title="References">
          <div className={print.works}>
            <ReferenceList sources={sources} />
          </div>
        </Section>
        {standing.signOffs.length > 0 && (
          <Section id="review" title="Who has read it">
            <SignOffs signOffs={standing.signOffs} />
          </Section>
        )}
        <nav className={styles.onward} aria-label="After the debrief">
          <ButtonLink href="/learn">Back to the cases</ButtonLink>
          <Link href={`/learn/${scenario.id}`}>This case from its front page</Link>
          <Link href="/support">Support, for you or for a patient</Link>
        </nav>
      </Page>
    </div>
  )
}

function BranchNotice({ firstAttemptId }: { firstAttemptId: string }) {
  return (
    <Notice>
      <p>
        This was another try. The first run is the one that counts:{' '}
        <Link href={`/learn/attempts/${firstAttemptId}/debrief`}>read the debrief of the first run</Link>.
      </p>
    </Notice>
  )
}

function FirstImpression({ impression }: { impression: NonNullable<DebriefView['firstImpression']> }) {
  return (
    <Section id="first-impression" title="Your first impression">
      <p>Before anything was known, you kept this thought:</p>
      <blockquote className={styles.quote}>{impression.thought}</blockquote>
      <p>{impression.reflection}</p>
    </Section>
  )
}

function Path({ view, sources, attemptId, turns }: DebriefProps) {
  return (
    <Section id="path" title="Your path" wide>
      <div className={styles.path}>
        <DecisionMap stations={view.stations} />
        <Stations stations={view.stations} sources={sources} attemptId={attemptId} turns={turns} />
      </div>
    </Section>
  )
}

function TakeAway({ view, sources }: Pick<DebriefProps, 'view' | 'sources'>) {
  return (
    <Section id="take-away" title="To take with you">
      <h3>What protected here</h3>
      <p>
        <Reason reason={view.protectiveFactor} sources={sources} />
      </p>
      <h3>Questions to think over</h3>
      <ul>
        {view.reflection.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </Section>
  )
}
