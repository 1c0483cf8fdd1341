import type { Metadata } from 'next'
import { FacilityCard } from '../_components/facility-card.tsx'
import { facilityHere } from '../_components/facility-here.ts'
import { Link } from '../_components/link.tsx'
import { Notice } from '../_components/notice.tsx'
import { PageHeading } from '../_components/page.tsx'
import { PrintButton } from '../_components/print-button.tsx'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Facility card' }

/** Who to call where the reader works, with every blank visible; one printed page. */
export default async function FacilityPage() {
  const facility = await facilityHere()
  return (
    <div className={styles.page}>
      <PageHeading
        flush
        title="Facility card: who to call here"
        lede="A number that nobody has tried is not a number. Fill the blanks before your next shift, and write the day you last called each one."
      />
      {facility.faults.length > 0 ? <Faults faults={facility.faults} /> : null}
      <FacilityCard facility={facility} />
      <div className={styles.below}>
        <PrintButton>Print the card</PrintButton>
        <p>
          Whoever keeps your organization’s card changes it under{' '}
          <Link href="/manage/facility">Manage, Facility card</Link>; its members then see it wherever the card stands.
          Until then the card is a file that the person who runs this site keeps: <code>facility.yaml</code> in the data
          folder (<code>DATA_DIR</code>), with <code>content/facility.example.yaml</code> as an empty one to copy. A
          change shows here at once, without a restart.
        </p>
        <p>
          <Link href="/facility/protocol">Fill in your protocol’s checklist and this card</Link>, print them, and take
          the card’s file from there.
        </p>
      </div>
    </div>
  )
}

function Faults({ faults }: { faults: string[] }) {
  return (
    <Notice title="The card’s file cannot be read, so every line is blank" tone="risk">
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </Notice>
  )
}
