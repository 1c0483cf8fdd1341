import type { ReactNode } from 'react'
import { Button, ButtonLink } from '../_components/button.tsx'
import { CodeNotice } from '../_components/notice.tsx'
import { Page, PageHeading } from '../_components/page.tsx'
import { pathWith } from './paths.ts'
import styles from './sign-in.module.css'

type TokenPageProps = {
  title: string
  lede: string
  token: string | undefined
  action: string
  label: string
  children?: ReactNode
}

/**
 * What a link in a mail opens: a form with one button. The link itself changes nothing, because mail servers open links
 * to look at them.
 */
export function TokenPage({ title, lede, token, action, label, children }: TokenPageProps) {
  if (!token) return <MissingToken title={title} />
  return (
    <Page>
      <PageHeading title={title} lede={lede}>
        <form className={styles.form} method="post" action={action}>
          <input type="hidden" name="token" value={token} />
          {children}
          <Button>{label}</Button>
        </form>
      </PageHeading>
    </Page>
  )
}

function MissingToken({ title }: { title: string }) {
  return (
    <Page>
      <CodeNotice code="link_invalid" />
      <PageHeading title={title}>
        <ButtonLink href={pathWith('/sign-in', '/')}>Sign in</ButtonLink>
      </PageHeading>
    </Page>
  )
}
