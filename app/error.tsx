'use client'

import { Button } from './_components/button.tsx'
import { Page, PageHeading } from './_components/page.tsx'

/** The answer when a page fails: what is safe, and what to do next. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <Page>
      <PageHeading
        flush
        over={error.digest ? `Reference ${error.digest}` : undefined}
        title="This page could not be shown"
        lede="The fault is on our side. Answers that were confirmed are kept."
      >
        <form>
          <Button>Load the page again</Button>
        </form>
        <p>
          If it happens again, tell the person who runs this site and give them the reference above, if there is one.
        </p>
      </PageHeading>
    </Page>
  )
}
