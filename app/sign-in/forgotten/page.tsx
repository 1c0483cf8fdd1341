import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { Button } from '../../_components/button.tsx'
import { CodeNotice } from '../../_components/notice.tsx'
import { Page, PageHeading } from '../../_components/page.tsx'
import { TextField } from '../../_components/text-field.tsx'
import { askedOf, type SearchParams } from '../asked.ts'
import { pathWith } from '../paths.ts'
import styles from '../sign-in.module.css'

export const metadata: Metadata = { title: 'New password' }

/** Asks where to send the link to a new password. */
export default async function ForgottenPage({ searchParams }: { searchParams: SearchParams }) {
  const { next, notice } = await askedOf(searchParams)
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading title="Choose a new password" lede="A link comes to your mail. It works once, within one hour.">
        <form className={styles.form} method="post" action={pathWith('/sign-in/forgotten/send', next)}>
          <TextField
            name="email"
            type="email"
            label="E-mail address"
            autoComplete="username"
            required
            maxLength={254}
          />
          <Button>Send me the link</Button>
        </form>
        <p>
          <Link href={pathWith('/sign-in', next)}>Back to signing in</Link>
        </p>
      </PageHeading>
    </Page>
  )
}
