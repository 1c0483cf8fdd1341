import { Table } from '#app/_components/table.tsx'
import type { AxisOutcome, Verdict } from '#machines/scenario/outcome.ts'
import { axisWords, verdictWords } from '../words.ts'
import styles from './debrief.module.css'
import marks from './mark.module.css'

/** What became of each of the six sides of practice, in a word, with the line of evidence that decided. */
export function Axes({ axes }: { axes: readonly AxisOutcome[] }) {
  return (
    <Table
      caption="Six sides of this visit and what became of each"
      head={['Side', 'Evidence']}
      rows={axes.map(({ axis, verdict, evidence }) => ({
        key: axis,
        cells: [<Side key={axis} axis={axis} verdict={verdict} />, evidence ?? 'Nothing put it to the test.']
      }))}
    />
  )
}

function Side({ axis, verdict }: Pick<AxisOutcome, 'axis' | 'verdict'>) {
  return (
    <span className={styles.side}>
      {axisWords[axis]}
      <span className={styles.verdict}>
        <VerdictIcon verdict={verdict} />
        {verdictWords[verdict]}
      </span>
    </span>
  )
}

function VerdictIcon({ verdict }: { verdict: Verdict }) {
  return (
    <svg className={marks.icon} viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
      {verdict === 'kept' && <circle className={marks.ink} cx={14} cy={14} r={8} />}
      {verdict === 'put-right' && <path className={marks.inkLine} d="M 14 5 A 9 9 0 1 1 5 14 M 14 0 V 10 L 8 5 Z" />}
      {verdict === 'left-open' && <circle className={marks.inkLine} cx={14} cy={14} r={8} />}
      {verdict === 'did-not-arise' && <path className={marks.inkLine} d="M 7 14 H 21" />}
    </svg>
  )
}
