import { FacilityCard } from '#app/_components/facility-card.tsx'
import { Link } from '#app/_components/link.tsx'
import type { DebriefView } from '#machines/scenario/debrief.ts'
import type { Facility } from '#server/learning/reference/queries.ts'
import styles from './debrief.module.css'
import print from './print.module.css'

/** The gaps this case shows in a local protocol, and the card that would close them. */
export function NextShift({ gaps, facility }: { gaps: DebriefView['gaps']; facility: Facility }) {
  return (
    <>
      <h3>Gaps to close with your own protocol</h3>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.text}>
            {gap.text} <span className={styles.soft}>On the card: {labelOf(facility, gap.card)}.</span>
          </li>
        ))}
      </ul>
      <div className={print.card}>
        <FacilityCard facility={facility} />
      </div>
      <p className="noprint">
        <Link href="/facility">Open the facility card by itself</Link>
      </p>
    </>
  )
}

function labelOf(facility: Facility, card: string): string {
  return facility.lines.find((line) => line.id === card)?.label.toLowerCase() ?? card
}
