import type { ReactNode } from 'react'
import { professionLabel } from '#machines/activity/professions.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { Day } from './day.tsx'
import styles from './front-matter.module.css'
import { Credits } from './front-matter-credits.tsx'
import { People } from './front-matter-people.tsx'
import { Link } from './link.tsx'
import { Notice } from './notice.tsx'
import { tagWords, wordsOf } from './words.ts'

/** Everything that somebody is told of an activity before they begin it, in one fixed order; its title stands above. */
export function FrontMatter({ activity }: { activity: ActivityVersion }) {
  const { draft, organization } = activity
  return (
    <div className={styles.front}>
      {organization.isDemonstration ? (
        <Notice title="Demonstration, accredited by nobody" tone="attention">
          <p>{organization.name} is fictional. Nothing here carries credit anywhere.</p>
        </Notice>
      ) : null}
      <Facts activity={activity} />
      <Block id="front-audience" title="For whom">
        <p>{draft.audience.map(professionLabel).join(' · ')}</p>
        <Paragraphs text={draft.audienceText} />
        <p>
          <b>Needed before it:</b> {draft.prerequisites || 'nothing.'}
        </p>
      </Block>
      <Block id="front-objectives" title="What you will be able to do">
        <ol>
          {draft.objectives.map(({ objective, text }) => (
            <li key={objective}>{text}</li>
          ))}
        </ol>
      </Block>
      <TakingPart activity={activity} />
      <Block id="front-credit" title="Credit">
        <Credits offerings={activity.offerings} />
      </Block>
      <Block id="front-people" title="Who planned, wrote and reviewed it">
        <People activity={activity} />
      </Block>
      <Block id="front-support" title="Commercial support">
        {draft.commercialSupport.isReceived === 'yes' ? <Paragraphs text={draft.commercialSupport.text} /> : null}
        {draft.commercialSupport.isReceived === 'no' ? (
          <p>No commercial support was received for this activity.</p>
        ) : null}
      </Block>
      <ContentNote tags={activity.contentTags} />
      <Block id="front-references" title="References">
        <ul>{draft.bibliography.split('\n').map((line) => (line.trim() ? <li key={line}>{line}</li> : null))}</ul>
      </Block>
      <Texts draft={draft} />
    </div>
  )
}

function Facts({ activity: { draft, version, organization } }: { activity: ActivityVersion }) {
  const { provider, dates } = draft
  return (
    <dl className={styles.facts}>
      <Fact name="Provider">
        {[provider.name || organization.name, provider.address, provider.url, provider.contact].map((line) =>
          line ? (
            <span className={styles.line} key={line}>
              {line}
            </span>
          ) : null
        )}
      </Fact>
      <Fact name="Format">
        {draft.format === 'enduring' ? 'Enduring material: self-paced, on this site' : 'Live activity'}
      </Fact>
      <Fact name="Estimated time">{draft.minutes} minutes</Fact>
      <DayFact name="Released" date={dates.release} />
      <DayFact name="Last reviewed" date={dates.lastReview} />
      <DayFact name="Credit ends after" date={dates.expiry} />
      <Fact name="Version of this page">{version}</Fact>
    </dl>
  )
}

function TakingPart({ activity: { draft, test } }: { activity: ActivityVersion }) {
  return (
    <Block id="front-how" title="How you take part">
      <Paragraphs text={draft.media} />
      <Paragraphs text={draft.howToComplete} />
      {test ? (
        <p>
          <b>Pass mark:</b> {test.passMark} percent of the second test, which asks {test.items} questions. There is no
          time limit, and the reasons for every answer are shown after it.
        </p>
      ) : null}
      <p>
        <b>What you need:</b> {draft.requirements}
      </p>
    </Block>
  )
}

function ContentNote({ tags }: { tags: readonly string[] }) {
  const words: Record<string, string> = tagWords
  return (
    <Block id="front-note" title="Content note">
      {tags.length > 0 ? <p>It touches on: {tags.map((tag) => words[tag] ?? wordsOf(tag)).join(' · ')}.</p> : null}
      <p>
        Some people taking this have lived this. Every case may be left, skipped or read as a summary, at no cost to
        your credit, and nobody is told. <Link href="/support">Support</Link> is on every page.
      </p>
    </Block>
  )
}

function Texts({ draft }: { draft: ActivityVersion['draft'] }) {
  const texts = [
    { id: 'front-accommodations', title: 'Accommodations', text: draft.accommodations },
    { id: 'front-privacy', title: 'Privacy', text: draft.privacy },
    { id: 'front-grievance', title: 'Complaints', text: draft.grievance },
    { id: 'front-refund', title: 'Refunds', text: draft.refund }
  ]
  return texts.map(({ id, title, text }) =>
    text ? (
      <Block id={id} title={title} key={id}>
        <Paragraphs text={text} />
      </Block>
    ) : null
  )
}

function Block({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.block} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="flow">{children}</div>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function DayFact({ name, date }: { name: string; date: string }) {
  return <Fact name={name}>{date ? <Day date={date} /> : 'not said yet'}</Fact>
}

/** A text of an office: an empty line begins a paragraph, a break stays one. */
function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  return paragraphs.map((paragraph) => (
    <p className={styles.text} key={paragraph}>
      {paragraph}
    </p>
  ))
}
