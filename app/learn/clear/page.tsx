import type { Metadata } from 'next'
import { Button, ButtonLink } from '../../_components/button.tsx'
import { Page, PageHeading } from '../../_components/page.tsx'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Clear this computer' }

/** Asks once more before the visits of this browser are let go. */
export default function ClearPage() {
  return (
    <Page>
      <PageHeading
        flush
        title="Clear this computer"
        lede="Your visits in this browser, every answer in them, their debriefs, your tests, your courses, boosters and marks on lessons are deleted from the server. This cannot be undone. If you are signed in, you are signed out; your account and what is kept in it stay."
      >
        <p>What is kept in an account stays there.</p>
        <p>
          The browser’s own history is not touched: remove it in the browser’s menu if somebody else uses this computer.
        </p>
        <form className={styles.choices} method="post" action="/learn/forget">
          <Button>Clear this computer</Button>
          <ButtonLink tone="plain" href="/learn">
            Keep my visits
          </ButtonLink>
        </form>
      </PageHeading>
    </Page>
  )
}
