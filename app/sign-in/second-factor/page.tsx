import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { factorsOf } from '#server/people/auth/proof.ts'
import { currentPerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'
import { Button, ButtonLink } from '../../_components/button.tsx'
import { CodeNotice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { TextField } from '../../_components/text-field.tsx'
import { askedOf, type SearchParams } from '../asked.ts'
import { PasskeySignIn } from '../passkey-sign-in.tsx'
import { pathWith } from '../paths.ts'
import styles from '../sign-in.module.css'

export const metadata: Metadata = { title: 'Second factor' }

/** Asks for a second factor: after a password, or from somebody signed in whose next step needs one. */
export default async function SecondFactorPage({ searchParams }: { searchParams: SearchParams }) {
  const { next, notice } = await askedOf(searchParams)
  const person = await currentPerson()
  const factors = person ? await factorsOf(record(), person.userId) : { hasApp: true, passkeys: 0 }
  const hasNone = !factors.hasApp && factors.passkeys === 0
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading
        title="Your second factor"
        lede={
          hasNone
            ? 'What you asked for needs a second factor, and you have none set up yet.'
            : 'One more proof that it is you. It counts for 12 hours in this browser.'
        }
      >
        {hasNone ? <ButtonLink href="/account/security">Set one up</ButtonLink> : null}
      </PageHeading>
      {factors.hasApp ? <CodeForm next={next} /> : null}
      {factors.passkeys > 0 ? (
        <Section id="by-passkey" title="With a passkey">
          <PasskeySignIn next={next} />
        </Section>
      ) : null}
    </Page>
  )
}

function CodeForm({ next }: { next: string }) {
  return (
    <Section id="code-title" title="With a code">
      <form
        className={`${styles.form} ${styles.code}`}
        method="post"
        action={pathWith('/sign-in/second-factor/check', next)}
      >
        <TextField
          name="code"
          label="Code"
          hint="The six digits that your app shows now, or one of your backup codes."
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={20}
        />
        <Button>Go on</Button>
      </form>
      <p>
        Neither at hand? <Link href={pathWith('/sign-in', next)}>Sign in another way</Link>. Acts that need a second
        factor wait until you have it.
      </p>
    </Section>
  )
}
