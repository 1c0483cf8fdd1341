import type { Metadata } from 'next'
import { ContactList } from '#app/_components/contact-list.tsx'
import { Link } from '#app/_components/link.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { Page, PageHeading, Section } from '#app/_components/page.tsx'
import type { Contact } from '#content/registry-schema.ts'
import { getRegistry, isContactConfirmed } from '#server/learning/reference/queries.ts'

export const metadata: Metadata = { title: 'Reference' }

/** Every line and service, with whom it is for, and how and when it was verified; law enforcement stands apart. */
export default function ContactsPage() {
  const { contacts } = getRegistry()
  const services = contacts.filter((contact) => !contact.isLawEnforcement)
  const called = contacts.filter(({ verifiedHow }) => verifiedHow === 'called').length
  const unconfirmed = contacts.filter((contact) => !isContactConfirmed(contact)).length
  return (
    <Page>
      <PageHeading
        over={<Link href="/reference">Reference</Link>}
        title="Contacts"
        lede="Each with its channels and hours, and with how and when it was verified. A number that nobody has tried is not a number."
      >
        <Notice title={`${unconfirmed} of ${contacts.length} are not confirmed: test before relying`}>
          <p>
            {called === 0 ? 'None' : called} of them {called > 1 ? 'were' : 'was'} called for this edition. “Read on the
            owner’s own page” means that a stored copy of that page was read; “read in a copy held by others” means
            another body’s listing. Call a line once, from a facility phone, before you give its number to a patient,
            and ask what it must pass on. Never call 911 to try it.
          </p>
        </Notice>
        <p>
          Who to call where you work stands on your <Link href="/facility">facility card</Link>.
        </p>
      </PageHeading>
      <Group id="both" title="For patients and clinicians" contacts={services} audience="both" />
      <Group id="patient" title="For patients" contacts={services} audience="patient" />
      <Group id="clinician" title="For clinicians" contacts={services} audience="clinician" />
      <Section id="law" title="Law enforcement" wide>
        <p>
          Kept apart so that it is never taken for a service to patients. About a competent adult, only with their
          consent unless the law requires it.
        </p>
        <ContactList contacts={contacts.filter((contact) => contact.isLawEnforcement)} />
      </Section>
    </Page>
  )
}

type GroupProps = { id: string; title: string; contacts: readonly Contact[]; audience: Contact['audience'] }

function Group({ id, title, contacts, audience }: GroupProps) {
  const shown = contacts.filter((contact) => contact.audience === audience)
  if (shown.length === 0) return null
  return (
    <Section id={id} title={title} wide>
      <ContactList contacts={shown} />
    </Section>
  )
}
