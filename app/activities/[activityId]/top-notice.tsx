import type { MyActivity } from '#server/credit/participations/my-activity.ts'
import { Day } from '../../_components/day.tsx'
import { CodeNotice, Notice } from '../../_components/notice.tsx'
import { daysLeftWords } from '../words.ts'

/** What stands above everything else: that it is over, how soon it will be, or that another version is open. */
export function TopNotice({ before, underWay }: MyActivity) {
  if (before) {
    return (
      <>
        {underWay ? (
          <Notice title="The version you began is over" tone="attention">
            <p>A newer version is open. Its page is below; what you do counts for it once you have acknowledged it.</p>
          </Notice>
        ) : null}
        <CodeNotice code={before.fault} />
      </>
    )
  }
  if (underWay?.daysLeft !== undefined) {
    return (
      <Notice title={daysLeftWords(underWay.daysLeft)} tone="attention">
        <p>
          What is finished after <Day date={underWay.closing.on} /> earns no credit. That day ends at midnight in your
          time zone, {zoneWords(underWay.participation.timeZone)}.
        </p>
      </Notice>
    )
  }
  return null
}

/** @returns a time zone's name as it is read. */
export function zoneWords(timeZone: string): string {
  return timeZone.replaceAll('_', ' ')
}
