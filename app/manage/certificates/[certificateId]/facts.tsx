import type { ReactNode } from 'react'
import { Day } from '#app/_components/day.tsx'
import { hundredthsText } from '#machines/activity/amount.ts'
import type { Snapshot } from '#server/credit/certificates/snapshot.ts'
import { creditWords, formatWords } from '#server/credit/certificates/words.ts'
import styles from '../page.module.css'

/** What was stored when a certificate was issued. */
export function Facts({ snapshot }: { snapshot: Snapshot }) {
  const { activity, course, credits, provider } = snapshot
  return (
    <dl className={styles.facts}>
      <Fact name="Activity">{activity.title}</Fact>
      <Fact name="Format">{formatWords(activity)}</Fact>
      <Fact name="Completed">
        <Day date={snapshot.completedOn} /> ({snapshot.timeZone})
      </Fact>
      <Fact name="Credit">
        {credits.length === 0
          ? 'Completion, no credit'
          : credits.map((credit) => `${hundredthsText(credit.amountHundredths)} ${creditWords(credit)}`).join('; ')}
      </Fact>
      <Fact name="Issued">
        <Day date={snapshot.issuedOn} />
      </Fact>
      <Fact name="Version">
        Activity {activity.version}, course {course.version}
      </Fact>
      <Fact name="Provider">{provider.name}</Fact>
      {provider.number ? <Fact name="Provider number">{provider.number}</Fact> : null}
      {activity.number ? <Fact name="Activity number">{activity.number}</Fact> : null}
    </dl>
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
