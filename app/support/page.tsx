import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { findContact, isContactConfirmed } from '#server/learning/reference/queries.ts'
import { Badge } from '../_components/badge.tsx'
import { Page, PageHeading } from '../_components/page.tsx'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Support' }

/** Two doors: one for the reader, one for a patient who is here now. */
export default function SupportPage() {
  return (
    <Page>
      <PageHeading
        flush
        title="Support"
        lede="Two doors. Neither asks who you are, and nothing records that you opened it."
      />
      <ul className={`plainlist ${styles.doors}`}>
        <li className={styles.door}>
          <h2>
            <Link href="/support/you">For you</Link>
          </h2>
          <p>What you read here can touch what you have lived or seen. Lines to call, text or chat, for yourself.</p>
          <Lifeline />
        </li>
        <li className={styles.door}>
          <h2>
            <Link href="/support/patient">A patient in front of me now</Link>
          </h2>
          <p>What to do first, what not to do, who to call here, and numbers with the day each was checked.</p>
          <p>Danger now: your facility’s emergency plan and security, or 911. Keep the care going.</p>
        </li>
      </ul>
    </Page>
  )
}

/** The one number that stands on the door itself. */
function Lifeline() {
  const contact = findContact('lifeline-988')
  const number = contact?.channels.find(({ kind }) => kind === 'voice')?.value
  if (!contact || !number) return null
  return (
    <>
      <p>
        In distress or thinking of suicide: call or text <a href={`tel:${number}`}>{number}</a>.
      </p>
      {isContactConfirmed(contact) ? null : (
        <p>
          <Badge tone="attention">Not confirmed: test before relying</Badge>
        </p>
      )}
    </>
  )
}
