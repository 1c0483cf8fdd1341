import { Day } from '#app/_components/day.tsx'
import { latestExpiry } from '#machines/activity/dates.ts'
import type { Plan } from '#server/credit/activities/plan.ts'
import styles from './overview.module.css'

/** The dates of an activity: of its draft, and until when what is open may carry credit. */
export function Deadlines({ plan: { planned, open } }: { plan: Plan }) {
  const { release, lastReview, expiry } = planned.draft.dates
  return (
    <dl className={styles.deadlines}>
      <Deadline name="Released" date={release} />
      <Deadline name="Last reviewed" date={lastReview} />
      <Deadline name="Credit ends after" date={expiry} />
      <Deadline name="Review it by" date={lastReview && latestExpiry(lastReview)} />
      {open && open.draft.dates.expiry !== expiry ? (
        <Deadline name={`Open version ${open.version} ends after`} date={open.draft.dates.expiry} />
      ) : null}
    </dl>
  )
}

function Deadline({ name, date }: { name: string; date: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{date ? <Day date={date} /> : 'Not said yet'}</dd>
    </div>
  )
}
