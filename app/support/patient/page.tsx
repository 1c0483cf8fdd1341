import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { getRegistry } from '#server/learning/reference/queries.ts'
import { Cite } from '../../_components/cite.tsx'
import { ContactList } from '../../_components/contact-list.tsx'
import { FacilityCard } from '../../_components/facility-card.tsx'
import { facilityHere } from '../../_components/facility-here.ts'
import { Notice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import styles from './page.module.css'
import { doNot, doNow } from './steps.ts'

export const metadata: Metadata = { title: 'Support for a visit' }

/** For a clinician with a patient in the room: what first, what not, and whom to call. */
export default async function SupportForPatientPage() {
  const { contacts } = getRegistry()
  return (
    <Page>
      <PageHeading
        over={<Link href="/support">Support</Link>}
        title="A patient in front of me now"
        lede="You do not need to be sure, and you do not need to be told. Care, privacy and a choice are right either way."
      >
        <Notice title="Danger now" tone="risk">
          <p>Your facility’s emergency plan and security first, or 911. Keep the care going.</p>
        </Notice>
      </PageHeading>
      <Section
        id="now"
        title="What to do"
        aside={<p>Your own protocol and the law where you work come before this list.</p>}
      >
        <Steps steps={doNow} />
      </Section>
      <Section id="not" title="What not to do">
        <Steps steps={doNot} />
      </Section>
      <Section id="here" title="Who to call here" wide>
        <FacilityCard facility={await facilityHere()} />
      </Section>
      <Section id="numbers" title="Numbers" wide>
        <p>Call from a facility phone, together with the patient where they wish it.</p>
        <ContactList contacts={contacts.filter((it) => !it.isLawEnforcement)} />
      </Section>
      <Section id="law" title="Law enforcement" wide>
        <p>Kept apart so that it is never taken for a service to patients.</p>
        <ContactList contacts={contacts.filter((it) => it.isLawEnforcement)} />
      </Section>
    </Page>
  )
}

function Steps({ steps }: { steps: typeof doNow }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.text}>
          <b>{step.text}</b> {step.detail} {step.sources ? <Cite sources={step.sources} /> : <Judgment />}
        </li>
      ))}
    </ol>
  )
}

function Judgment() {
  return <span className={styles.judgment}>Authors’ judgment.</span>
}
