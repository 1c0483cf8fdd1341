import { Day } from '#app/_components/day.tsx'
import { Link } from '#app/_components/link.tsx'
import type { ActivityProgress, StageCount } from '#server/credit/reports/list-progress.ts'
import type { Stage } from '#server/credit/reports/stages.ts'
import { Listing } from '../_parts/listing.tsx'
import styles from './dashboard.module.css'

const labels: Record<Stage, string> = {
  'front-matter': 'Front matter read',
  learning: 'Learning',
  test: 'Test not passed',
  evaluation: 'Evaluation',
  claim: 'To be claimed',
  certificate: 'Awaiting certificate'
}

/** How many people are in which stage of each activity. */
export function Progress({ activities }: { activities: readonly ActivityProgress[] }) {
  return (
    <Listing
      caption="People on the way to credit, by activity and stage"
      path="/manage"
      search={{}}
      head={[
        { key: 'activity', label: 'Activity' },
        ...Object.entries(labels).map(([key, label]) => ({ key, label })),
        { key: 'certificates', label: 'Certificates' }
      ]}
      rows={activities.map(({ id, title, state, stages, certificates }) => ({
        key: id,
        cells: [
          <div key="title">
            <Link href={`/manage/activities/${id}`}>{title}</Link>
            {state === 'closed' ? <span className={styles.since}>Closed</span> : null}
          </div>,
          ...stages.map((stage) => <Count stage={stage} key={stage.stage} />),
          <span className={styles.count} key="certificates">
            {certificates.toLocaleString('en-US')}
          </span>
        ]
      }))}
    />
  )
}

function Count({ stage: { people, since } }: { stage: StageCount }) {
  return (
    <>
      <span className={styles.count}>{people.toLocaleString('en-US')}</span>
      {since ? (
        <span className={styles.since}>
          since <Day date={since.slice(0, 10)} />
        </span>
      ) : null}
    </>
  )
}
