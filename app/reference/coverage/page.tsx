import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { Page, PageHeading, Section } from '#app/_components/page.tsx'
import { Table } from '#app/_components/table.tsx'
import { getCoverage, type Named, type NamedRow } from '#server/learning/reference/coverage.ts'
import styles from './coverage.module.css'

export const metadata: Metadata = { title: 'Reference' }
export const dynamic = 'force-dynamic'

/** What teaches each competency and each topic, to compare with what a board asks for. */
export default function CoveragePage() {
  const { competencies, topics } = getCoverage()
  return (
    <Page>
      <PageHeading
        title="What is covered where"
        lede="Each federal core competency and each topic that a state asks of training, with the lessons, cases and test questions that teach it."
      >
        <Notice title="Coverage is not compliance">
          <p>Whether a board accepts a course is for the board to say.</p>
        </Notice>
        <p className={styles.get}>
          <a href="/reference/coverage.csv" download>
            Download as CSV
          </a>
        </p>
      </PageHeading>
      <Section id="competencies" title="Core competencies" aside={<Counted />} wide>
        <CoverageTable caption="Core competencies" first="Competency" rows={competencies} />
      </Section>
      <Section id="topics" title="Topics" wide>
        <CoverageTable caption="Topics" first="Topic" rows={topics} />
      </Section>
    </Page>
  )
}

function CoverageTable({ caption, first, rows }: { caption: string; first: string; rows: readonly NamedRow[] }) {
  return (
    <Table
      caption={caption}
      head={[first, 'Lessons', 'Cases', 'Test questions', 'Minutes']}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          row.name,
          <Linked list={row.lessons} to="/lessons" key="lessons" />,
          <Cases row={row} key="cases" />,
          row.questions,
          row.minutes
        ]
      }))}
    />
  )
}

/** Closed at first: what a case teaches gives a part of it away. */
function Cases({ row: { name, cases } }: { row: NamedRow }) {
  if (cases.length === 0) return 'None'
  return (
    <details className={styles.cases}>
      <summary aria-label={`${countOf(cases.length)} for ${name}`}>{countOf(cases.length)}</summary>
      <Linked list={cases} to="/learn" />
    </details>
  )
}

function Linked({ list, to }: { list: readonly Named[]; to: string }) {
  if (list.length === 0) return 'None'
  return (
    <ul className={`plainlist ${styles.links}`}>
      {list.map(({ id, title }) => (
        <li key={id}>
          <Link href={`${to}/${id}`}>{title}</Link>
        </li>
      ))}
    </ul>
  )
}

function Counted() {
  return (
    <p>
      Minutes are those of the lessons and of the shortest way through each case. A lesson or a case counts whole in
      every row that it stands in, so the rows do not add up to a course. Which cases teach a topic tells a little of
      them; open the list after you have taken them.
    </p>
  )
}

function countOf(cases: number): string {
  return cases === 1 ? '1 case' : `${cases} cases`
}
