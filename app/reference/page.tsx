import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { Page, PageHeading, Section } from '#app/_components/page.tsx'
import styles from './page.module.css'
import { shelf } from './shelf.ts'

export const metadata: Metadata = { title: 'Reference' }

/** The shelf's front: all that can be looked up, without an account and without a trace. */
export default function ReferencePage() {
  return (
    <Page>
      <PageHeading title="Reference" lede="To look something up before, between or after visits. No account is needed.">
        <p>
          With a patient in the room now: <Link href="/support/patient">what to do, and whom to call</Link>.
        </p>
      </PageHeading>
      {shelf.map(({ id, title, places }) => (
        <Section id={id} title={title} key={id}>
          <ul className={`plainlist ${styles.places}`}>
            {places.map(({ href, title, text }) => (
              <li key={href}>
                <Link href={href}>{title}</Link>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}
