import type { Metadata } from 'next'
import { listMyActivities, type MyListed } from '#server/credit/participations/my-activities.ts'
import { requirePerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'
import { Badge } from '../_components/badge.tsx'
import { Day } from '../_components/day.tsx'
import { Link } from '../_components/link.tsx'
import { CodeNotice } from '../_components/notice.tsx'
import { Page, PageHeading, Section } from '../_components/page.tsx'
import styles from './activities.module.css'
import { daysLeftWords, stateWords } from './words.ts'

export const metadata: Metadata = { title: 'Credit' }

/** What somebody may take for credit: what they have begun and what is asked of them before the rest. */
export default async function ActivitiesPage({ searchParams }: PageProps<'/activities'>) {
  const [person, { notice }] = await Promise.all([requirePerson('/activities'), searchParams])
  const all = await listMyActivities(record(), { actor: person, now: new Date() })
  const mine = all.filter(({ state }) => state === 'under-way' || state === 'to-claim')
  const due = all.filter((it) => it.dueOn !== null && it.state === 'open')
  const open = all.filter((it) => it.dueOn === null && it.state === 'open')
  const over = all.filter(({ state }) => state === 'claimed' || state === 'over')
  return (
    <Page>
      <PageHeading
        title="Credit"
        lede="Activities that your organizations offer for credit. Each says before you begin what it takes and what it gives."
      >
        <CodeNotice code={notice} />
      </PageHeading>
      <Group id="mine" title="In progress" activities={mine} />
      <Group id="due" title="Asked of you" activities={due} />
      <Group id="open" title="Open" activities={open} />
      <Group id="over" title="Done or over" activities={over} />
      {all.length === 0 ? (
        <Section id="none" title="Nothing is open">
          <p>
            {person.memberships.length === 0
              ? 'You belong to no organization here. Whoever offers an activity sends you an invitation.'
              : 'Your organizations offer nothing for credit at present.'}{' '}
            <Link href="/courses">Every course can be taken without credit</Link>
          </p>
        </Section>
      ) : null}
      <Section id="kept" title="What you hold">
        <p>
          <Link href="/transcript">Your transcript</Link> lists every credit you have claimed, with its certificate.
        </p>
      </Section>
    </Page>
  )
}

function Group({ id, title, activities }: { id: string; title: string; activities: readonly MyListed[] }) {
  if (activities.length === 0) return null
  return (
    <Section id={id} title={title}>
      <ul className={`plainlist ${styles.list}`}>
        {activities.map((activity) => (
          <Row activity={activity} key={activity.activityId} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ activity }: { activity: MyListed }) {
  const { activityId, title, provider, minutes, closesOn, daysLeft, dueOn, isDemonstration } = activity
  return (
    <li className={styles.row}>
      <h3>
        <Link href={`/activities/${activityId}`}>{title}</Link>
      </h3>
      <p>
        {provider}, {minutes} minutes
      </p>
      <p className={styles.badges}>
        <Badge tone={activity.state === 'claimed' ? 'done' : 'plain'}>{stateWords[activity.state]}</Badge>
        {isDemonstration ? <Badge tone="attention">Demonstration, accredited by nobody</Badge> : null}
        {daysLeft === undefined ? null : <Badge tone="attention">{daysLeftWords(daysLeft)}</Badge>}
      </p>
      {dueOn ? (
        <p>
          Asked of you by <Day date={dueOn} />.
        </p>
      ) : null}
      {activity.state === 'over' || activity.state === 'claimed' ? null : (
        <p className={styles.soft}>
          Credit ends after <Day date={closesOn} />.
        </p>
      )}
    </li>
  )
}
