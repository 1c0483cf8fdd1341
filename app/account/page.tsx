import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { requirePerson } from '#server/people/auth/session.ts'
import { Button } from '../_components/button.tsx'
import { CodeNotice } from '../_components/notice.tsx'
import { Page, PageHeading, Section } from '../_components/page.tsx'
import styles from './account.module.css'
import { Assigned } from './assigned.tsx'

export const metadata: Metadata = { title: 'Account' }

const places = [
  {
    href: '/activities',
    label: 'Credit',
    text: 'Activities that your organizations offer, and where you are in each.'
  },
  { href: '/account/profile', label: 'Profile', text: 'Your name as on the license, profession and licenses.' },
  { href: '/account/security', label: 'Signing in', text: 'Password, codes of an app, passkeys.' },
  { href: '/account/sessions', label: 'Where you are signed in', text: 'Each browser, and a way to end it.' },
  { href: '/account/keep', label: 'Work on this device', text: 'What was done here before you signed in.' },
  { href: '/transcript', label: 'Transcript', text: 'What you have earned, with its certificates.' },
  { href: '/account/data', label: 'Your data', text: 'Take a copy with you, or have it deleted.' }
]

const office = { href: '/manage', label: 'Manage', text: 'What your role in an organization lets you do.' }

type Props = { searchParams: Promise<{ notice?: string | string[] }> }

/** An account's own page: what there is to see and change, and the way out. */
export default async function AccountPage({ searchParams }: Props) {
  const person = await requirePerson('/account')
  const hasOffice = person.memberships.some(({ role }) => role !== 'learner')
  return (
    <Page>
      <CodeNotice code={(await searchParams).notice} />
      <PageHeading
        title="Your account"
        lede={`Signed in as ${person.email}${person.isShared ? ', on a computer that others use' : ''}.`}
      >
        <form method="post" action="/sign-in/out">
          <Button tone="plain">Sign out</Button>
        </form>
      </PageHeading>
      <Section id="assigned" title="Assigned to you">
        <Assigned userId={person.userId} />
      </Section>
      <Section id="places" title="What is here">
        <ul className={styles.places}>
          {(hasOffice ? [office, ...places] : places).map(({ href, label, text }) => (
            <li key={href}>
              <Link href={href}>{label}</Link>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
