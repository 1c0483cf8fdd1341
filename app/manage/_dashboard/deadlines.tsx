import { Badge } from '#app/_components/badge.tsx'
import { Day } from '#app/_components/day.tsx'
import { Link } from '#app/_components/link.tsx'
import { daysBetween } from '#machines/claim/days.ts'
import type { TitledActivity } from '#server/credit/reports/activity-titles.ts'
import type { Deadline } from '#server/credit/reports/deadlines.ts'
import { Listing } from '../_parts/listing.tsx'

const words: Record<Deadline['kind'], string> = {
  review: 'Review due, three years after the last',
  expiry: 'Last day for credit',
  credit: 'Last day of one credit'
}

/** From how many days before a deadline it is marked. */
const soonDays = 60

type DeadlinesProps = { deadlines: readonly Deadline[]; titles: readonly TitledActivity[]; today: string }

/** What ends when, the nearest first. */
export function Deadlines({ deadlines, titles, today }: DeadlinesProps) {
  return (
    <Listing
      caption="Deadlines of open activities"
      path="/manage"
      search={{}}
      head={[
        { key: 'on', label: 'Day' },
        { key: 'what', label: 'What' },
        { key: 'activity', label: 'Activity' },
        { key: 'left', label: 'Left' }
      ]}
      rows={deadlines.map(({ kind, activityId, on, credit }) => ({
        key: `${kind} ${activityId} ${credit}`,
        cells: [
          <Day date={on} key="on" />,
          credit ? `${words[kind]}: ${credit}` : words[kind],
          <Link href={`/manage/activities/${activityId}`} key="activity">
            {titles.find(({ id }) => id === activityId)?.title ?? 'Activity'}
          </Link>,
          <Left days={daysBetween(today, on)} key="left" />
        ]
      }))}
    />
  )
}

function Left({ days }: { days: number }) {
  if (days < 0) return <Badge tone="risk">Over</Badge>
  const words = days === 1 ? '1 day' : `${days.toLocaleString('en-US')} days`
  return days <= soonDays ? <Badge tone="attention">{days === 0 ? 'Today' : words}</Badge> : words
}
