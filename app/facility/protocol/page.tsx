import type { Metadata } from 'next'
import { getFigures } from '#server/learning/figures/queries.ts'
import { Cite } from '../../_components/cite.tsx'
import { facilityHere } from '../../_components/facility-here.ts'
import { Link } from '../../_components/link.tsx'
import { CodeNotice } from '../../_components/notice.tsx'
import { PageHeading } from '../../_components/page.tsx'
import { PrintButton } from '../../_components/print-button.tsx'
import { CardForm } from './card-form.tsx'
import { Checklist } from './checklist.tsx'
import { KeepHere } from './keep-here.tsx'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Facility protocol' }

/** The parts of a facility's protocol to fill in and print, and the facility card that comes of it. */
export default async function ProtocolPage({ searchParams }: PageProps<'/facility/protocol'>) {
  const { notice } = await searchParams
  const { origin, groups } = getFigures().protocol
  const { name, lines } = await facilityHere()
  return (
    <div className={styles.page}>
      <PageHeading
        flush
        over={<Link href="/facility">Facility card</Link>}
        title="Facility protocol: what is in place, what is missing"
        lede="Fill it in with those who will use it, print it, and put a name and a day beside every gap."
      >
        <CodeNotice code={notice} />
      </PageHeading>
      <div className={styles.before}>
        {origin.map((statement) => (
          <p key={statement.text}>
            {statement.text} {statement.sources ? <Cite sources={statement.sources} /> : 'Authors’ judgment.'}
          </p>
        ))}
        <p>
          <b>Nothing you write in the checklist leaves this page.</b> There is no account and no copy on the server.
          Reloading or closing the page may lose it, so print it before you go. Write no patient’s name or story here.
        </p>
        <KeepHere within="protocol" />
      </div>
      <div className={styles.sheet} id="protocol">
        <Checklist groups={groups} lines={lines} />
        <CardForm facility={name} lines={lines} />
      </div>
      <div className={styles.after}>
        <PrintButton>Print the protocol and the card</PrintButton>
      </div>
    </div>
  )
}
