import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { currentPerson } from '#server/people/auth/session.ts'
import { Button, ButtonLink } from '../_components/button.tsx'
import { CodeNotice } from '../_components/notice.tsx'
import { Page, PageHeading, Section } from '../_components/page.tsx'
import { TextField } from '../_components/text-field.tsx'
import { askedOf, type SearchParams } from './asked.ts'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { pathWith } from './paths.ts'
import { SharedComputer } from './shared-computer.tsx'
import styles from './sign-in.module.css'

export const metadata: Metadata = { title: 'Sign in' }

/** The ways into an account: a password, a link by mail, a passkey. */
export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { next, notice } = await askedOf(searchParams)
  const person = await currentPerson()
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading
        title="Sign in"
        lede="Cases, lessons and courses need no account. An account keeps what you do from one computer to the next, and is needed where your organization gives credit."
      >
        {person ? (
          <p>
            You are signed in as {person.email}. <Link href={next === '/' ? '/account' : next}>Go on</Link>, or sign in
            again below.
          </p>
        ) : null}
      </PageHeading>
      <Section id="by-password" title="With your password">
        <PasswordForm next={next} />
        <p>
          <Link href={pathWith('/sign-in/forgotten', next)}>Choose a new password</Link> if you no longer know yours.
        </p>
      </Section>
      <Section id="by-link" title="With a link">
        <p>A link comes to your mail. It signs you in once, within 15 minutes, without a password.</p>
        <LinkForm next={next} />
      </Section>
      <Section id="by-passkey" title="With a passkey">
        <PasskeySignIn next={next} />
      </Section>
      <Section id="no-account" title="No account yet">
        <p>You need an e-mail address that you can open now.</p>
        <ButtonLink tone="plain" href={pathWith('/sign-in/new', next)}>
          Make an account
        </ButtonLink>
      </Section>
    </Page>
  )
}

function PasswordForm({ next }: { next: string }) {
  return (
    <form className={styles.form} method="post" action={pathWith('/sign-in/password', next)}>
      <TextField name="email" type="email" label="E-mail address" autoComplete="username" required maxLength={254} />
      <TextField
        name="password"
        type="password"
        label="Password"
        autoComplete="current-password"
        required
        maxLength={128}
      />
      <SharedComputer />
      <Button>Sign in</Button>
    </form>
  )
}

function LinkForm({ next }: { next: string }) {
  return (
    <form className={styles.form} method="post" action={pathWith('/sign-in/link/send', next)}>
      <TextField
        name="email"
        id="link-email"
        type="email"
        label="E-mail address"
        autoComplete="email"
        required
        maxLength={254}
      />
      <Button tone="plain">Send me a link</Button>
    </form>
  )
}
