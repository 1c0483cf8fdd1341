import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { Button } from '../../_components/button.tsx'
import { CodeNotice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { TextField } from '../../_components/text-field.tsx'
import { askedOf, type SearchParams } from '../asked.ts'
import { NewPassword } from '../new-password.tsx'
import { pathWith } from '../paths.ts'
import styles from '../sign-in.module.css'

export const metadata: Metadata = { title: 'Make an account' }

/** Asks for a name, an address and a password. */
export default async function NewAccountPage({ searchParams }: { searchParams: SearchParams }) {
  const { next, notice } = await askedOf(searchParams)
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading
        title="Make an account"
        lede="You confirm your address with a link that comes by mail, and then sign in."
      />
      <Section id="about-you" title="About you">
        <form className={styles.form} method="post" action={pathWith('/sign-in/new/create', next)}>
          <TextField
            name="name"
            label="Your name"
            hint="As colleagues know you. A certificate asks for your name as on your license, and only then."
            autoComplete="name"
            required
            maxLength={200}
          />
          <TextField name="email" type="email" label="E-mail address" autoComplete="email" required maxLength={254} />
          <NewPassword />
          <Button>Make the account</Button>
        </form>
        <p>
          You have one already? <Link href={pathWith('/sign-in', next)}>Sign in</Link>.
        </p>
      </Section>
    </Page>
  )
}
