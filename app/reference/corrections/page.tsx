import type { Metadata } from 'next'
import { CorrectionList } from '#app/_components/correction-list.tsx'
import { Link } from '#app/_components/link.tsx'
import { Page, PageHeading, Section } from '#app/_components/page.tsx'
import { PrintButton } from '#app/_components/print-button.tsx'
import { getEvidence } from '#server/learning/reference/queries.ts'

export const metadata: Metadata = { title: 'Reference' }

/** Well-known claims that should not be repeated, and why. */
export default function CorrectionsPage() {
  const { corrections } = getEvidence()
  return (
    <Page>
      <PageHeading
        over={<Link href="/reference">Reference</Link>}
        title="Corrections"
        lede="Well-known figures and sayings that should not be repeated, why not, and what holds in their place."
      >
        <PrintButton>Print this page</PrintButton>
      </PageHeading>
      <Section id="claims" title="Often said, and not so">
        <CorrectionList corrections={corrections} />
      </Section>
      <Section id="more" title="What does hold">
        <p>
          <Link href="/evidence">About the evidence</Link> has what studies found, each figure with the people it was
          counted in, and every source.
        </p>
      </Section>
    </Page>
  )
}
