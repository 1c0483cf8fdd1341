import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { findPendingApp } from '#server/people/auth/pending-app.ts'
import { strongRoles } from '#server/people/auth/permissions.ts'
import { factorsOf } from '#server/people/auth/proof.ts'
import { requirePerson } from '#server/people/auth/session.ts'
import { hasPassword } from '#server/people/passkeys/has-password.ts'
import { listPasskeys } from '#server/people/passkeys/queries.ts'
import { record } from '#server/record/db/client.ts'
import { CodeNotice, Notice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { AppSection } from './app-section.tsx'
import { PasskeySection } from './passkey-section.tsx'
import { PasswordSection } from './password-section.tsx'

export const metadata: Metadata = { title: 'Signing in' }

type Props = { searchParams: Promise<{ notice?: string | string[] }> }

/** How somebody signs in, to be changed: password, codes of an app, passkeys. */
export default async function SecurityPage({ searchParams }: Props) {
  const person = await requirePerson('/account/security')
  const [factors, pending, passkeys, isWithPassword] = await Promise.all([
    factorsOf(record(), person.userId),
    findPendingApp(record(), person),
    listPasskeys(record(), person.userId),
    hasPassword(record(), person.userId)
  ])
  const isStrong = person.memberships.some(({ role }) => strongRoles.includes(role))
  const hasNone = !factors.hasApp && factors.passkeys === 0
  const needsProof = !hasNone && !person.hasSecondFactor
  return (
    <Page>
      <CodeNotice code={(await searchParams).notice} />
      <PageHeading
        over={<Link href="/account">Account</Link>}
        title="Signing in"
        lede="A password or a link is one factor. Codes of an app, or a passkey, are a second one."
      >
        {isStrong && hasNone ? (
          <Notice title="Your role needs a second factor" tone="attention">
            <p>Set up codes or a passkey below. Until then you can learn here, and not manage.</p>
          </Notice>
        ) : null}
        {needsProof ? (
          <Notice title="Changing this needs your second factor">
            <p>
              <Link href="/sign-in/second-factor?next=/account/security">Give it now</Link>, and come back to this page.
            </p>
          </Notice>
        ) : null}
      </PageHeading>
      <Section id="app" title="Codes of an app">
        <AppSection hasApp={factors.hasApp} pending={pending} isWithPassword={isWithPassword} />
      </Section>
      <Section id="passkeys" title="Passkeys">
        <PasskeySection passkeys={passkeys} />
      </Section>
      <Section id="password" title="Password">
        <PasswordSection isWithPassword={isWithPassword} />
      </Section>
    </Page>
  )
}
