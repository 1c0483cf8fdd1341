import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { getRegistry } from '#server/learning/reference/queries.ts'
import { ContactList } from '../../_components/contact-list.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Support for you' }

const first = ['lifeline-988', 'domestic-violence-hotline', 'sexual-assault-hotline', 'stronghearts']

/** Lines for the reader, with what each is good for and how far it was confirmed. */
export default function SupportForYouPage() {
  const contacts = getRegistry().contacts.filter((it) => it.audience !== 'clinician')
  const others = contacts.filter((it) => !first.includes(it.id))
  return (
    <Page>
      <PageHeading
        over={<Link href="/support">Support</Link>}
        title="For you"
        lede="You may have lived this, love someone who has, or have sat with a patient you still think of. You owe nobody an account of it, and you do not have to finish anything here."
      />
      <Section id="first" title="People to talk to" wide>
        <Phone />
        <ContactList contacts={first.flatMap((id) => contacts.filter((it) => it.id === id))} />
      </Section>
      <Section id="others" title="For something more particular" wide>
        <ContactList contacts={others} />
      </Section>
      <Section id="work" title="At work">
        <p>
          A hard case is a reason to hand over, to take a break and to ask for a debrief with someone you trust. Your
          employee assistance program, a chaplain, a peer supporter or occupational health may be open to you. Ask what
          they must pass on before you give a name.
        </p>
      </Section>
    </Page>
  )
}

function Phone() {
  return (
    <p className={styles.phone}>
      If someone looks at your phone or this computer, call from another one. The number stays in the list of calls, and
      this page stays in the browser’s history. <Link href="/leave">What leaving quickly does and does not do</Link>
    </p>
  )
}
