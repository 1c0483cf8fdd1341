import type { Metadata } from 'next'
import type { Evidence } from '#content/registry-schema.ts'
import { citedIn, listCitingPlaces } from '#server/learning/reference/citations.ts'
import { findSourceNumber, getEvidence, getRegistry } from '#server/learning/reference/queries.ts'
import { Badge } from '../_components/badge.tsx'
import { Cite } from '../_components/cite.tsx'
import { CorrectionList } from '../_components/correction-list.tsx'
import { Link } from '../_components/link.tsx'
import { Page, PageHeading, Section } from '../_components/page.tsx'
import { ReferenceList } from '../_components/reference-list.tsx'
import { CitedPlaces } from './cited-in.tsx'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Sources' }

type Mark = Evidence['statements'][number]['mark']

/** What is known, for whom; what is often said and does not hold; and every source, with all that it supports. */
export default function EvidencePage() {
  const { statements, corrections } = getEvidence()
  const { sources } = getRegistry()
  const cited = citedIn(listCitingPlaces())
  return (
    <Page>
      <PageHeading
        title="About the evidence"
        lede="Every figure here stands with the people it was counted in. Where a figure cannot carry its population, it is left out."
      >
        <nav aria-label="On this page">
          <ul className={`plainlist ${styles.contents}`}>
            <li>
              <a href="#statements">What studies found</a>
            </li>
            <li>
              <a href="#corrections">Often said, and not so</a>
            </li>
            <li>
              <a href="#sources">All {sources.length} sources</a>
            </li>
          </ul>
        </nav>
      </PageHeading>
      <Section id="statements" title="What studies found" aside={<Marks />}>
        <ul className={`plainlist ${styles.entries}`}>
          {statements.map((statement) => (
            <Statement statement={statement} key={statement.id} />
          ))}
        </ul>
      </Section>
      <Section id="corrections" title="Often said, and not so">
        <CorrectionList corrections={corrections} />
        <p>
          <Link href="/reference/corrections">These by themselves, to print or to share</Link>
        </p>
      </Section>
      <Section id="sources" title="All sources" wide>
        <ReferenceList
          sources={sources}
          below={(id) => <CitedPlaces number={findSourceNumber(id)} parts={cited.get(id) ?? []} />}
        />
      </Section>
    </Page>
  )
}

function Statement({ statement }: { statement: Evidence['statements'][number] }) {
  return (
    <li className={styles.entry} id={`statement-${statement.id}`}>
      <p>
        {statement.claim} <Cite sources={statement.sources} />
      </p>
      {statement.caution ? <p className={styles.caution}>{statement.caution}</p> : null}
      {statement.mark === 'verified' ? null : (
        <p>
          <Badge tone="attention">{marks[statement.mark]}</Badge>
        </p>
      )}
    </li>
  )
}

function Marks() {
  return (
    <p>
      A statement without a mark was read in the source itself or a stored copy of it. “{marks.secondary}” means that we
      saw it only in another work. Numbers lead to the list of sources below.
    </p>
  )
}

const marks: Record<Mark, string> = {
  verified: 'Read in the source',
  secondary: 'Read only in a summary or a copy',
  'needs-review': 'Needs review'
}
