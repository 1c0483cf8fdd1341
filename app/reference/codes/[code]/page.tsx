import type { Metadata } from 'next'
import { Cite } from '#app/_components/cite.tsx'
import { CodeApart } from '#app/_components/code-apart.tsx'
import { Link } from '#app/_components/link.tsx'
import { missing } from '#app/_components/missing.ts'
import { Page, PageHeading, Section } from '#app/_components/page.tsx'
import type { CodeEntry } from '#content/registry-schema.ts'
import { addressOf, answersTo } from '#machines/coding/aid.ts'
import { type CaseWithCode, listMyCasesWith } from '#server/learning/reference/cases-with-code.ts'
import { codesBelow, findCode, getCoding } from '#server/learning/reference/codes.ts'
import { getRegistry } from '#server/learning/reference/queries.ts'
import { served } from '#server/learning/scenarios/served.ts'
import { currentLearner } from '#server/people/learners/session.ts'
import { record } from '#server/record/db/client.ts'
import { CodeTable, incompleteWords } from '../code-table.tsx'
import styles from '../codes.module.css'
import { Edition } from '../edition.tsx'
import { Statements } from '../statements.tsx'
import { ageWords, certaintyWords, exploitationWords, groupWords } from '../words.ts'

export const metadata: Metadata = { title: 'Reference' }

/** One code: its official title, what it is made of, what may stand with it and what may not. */
export default async function CodePage({ params }: PageProps<'/reference/codes/[code]'>) {
  const entry = findCode(decodeURIComponent((await params).code))
  if (!entry) missing()
  const below = codesBelow(entry.code)
  const coding = getCoding()
  return (
    <Page>
      <PageHeading over={groupWords[entry.group]} title={entry.code} lede={entry.title}>
        {entry.billable ? null : <p>{incompleteWords(entry)}</p>}
      </PageHeading>
      {entry.code.length > 3 ? (
        <Section id="apart" title="Taken apart" wide>
          <CodeApart code={entry.code} codes={getRegistry().codes} />
        </Section>
      ) : null}
      <Facts entry={entry} />
      <Statements coding={coding} subject={{ code: entry.code }} />
      {below.length > 0 ? (
        <Section id="below" title="Codes below it" wide>
          <CodeTable codes={below} />
        </Section>
      ) : null}
      <Cases cases={await casesWith(entry.code)} />
      <Section id="edition" title="Edition and review">
        <Edition coding={coding} />
      </Section>
      <Onward code={entry.code} />
    </Page>
  )
}

async function casesWith(code: string): Promise<CaseWithCode[]> {
  const learner = await currentLearner()
  return learner ? listMyCasesWith(record(), served(), { learnerId: learner.id, code }) : []
}

function Facts({ entry }: { entry: CodeEntry }) {
  const facts = [
    ['Complete', entry.billable ? 'Yes' : 'No'],
    ['Certainty', entry.certainty && certaintyWords[entry.certainty]],
    ['Exploitation', entry.exploitation && exploitationWords[entry.exploitation]],
    ['Age at the visit', ageWords[entry.age]],
    ['In the set since', entry.since === 'FY2016' ? 'FY2016, the start of the set' : entry.since]
  ] as const
  return (
    <Section id="facts" title="In the set">
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null
        )}
        <div>
          <dt>Title from</dt>
          <dd>
            <Cite sources={[entry.source]} />
          </dd>
        </div>
      </dl>
      {entry.notes && entry.notesSource ? (
        <p>
          {entry.notes} <Cite sources={[entry.notesSource]} />
        </p>
      ) : null}
    </Section>
  )
}

function Cases({ cases }: { cases: readonly CaseWithCode[] }) {
  if (cases.length === 0) return null
  return (
    <Section id="cases" title="In cases you completed">
      <ul>
        {cases.map(({ attemptId, title }) => (
          <li key={attemptId}>
            <Link href={`/learn/attempts/${attemptId}/debrief#coding`}>{title}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Onward({ code }: { code: string }) {
  const answers = answersTo(code)
  return (
    <nav className={styles.onward} aria-label="After this code">
      <Link href="/reference/codes">All codes</Link>
      {answers ? <Link href={`/reference/codes/decide?${addressOf(answers)}`}>How a record leads here</Link> : null}
      <Link href="/reference/codes/decide">What has been documented?</Link>
    </nav>
  )
}
