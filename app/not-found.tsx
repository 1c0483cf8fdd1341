import type { Metadata } from 'next'
import { ButtonLink } from './_components/button.tsx'
import { Page, PageHeading } from './_components/page.tsx'

export const metadata: Metadata = { title: 'Page not found' }

/** The answer to an address that is not here. */
export default function NotFound() {
  return (
    <Page>
      <PageHeading
        flush
        over="404"
        title="There is no page at this address"
        lede="It may have moved, or been cleared from this computer. Nothing you answered was changed."
      >
        <p>
          <ButtonLink href="/learn">See the cases</ButtonLink>
        </p>
      </PageHeading>
    </Page>
  )
}
