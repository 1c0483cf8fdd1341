import type { Metadata } from 'next'
import { Day } from '#app/_components/day.tsx'
import { Link } from '#app/_components/link.tsx'
import { PageHeading } from '#app/_components/page.tsx'
import { PrintButton } from '#app/_components/print-button.tsx'
import { Table } from '#app/_components/table.tsx'
import type { Coding, StatementKind } from '#content/coding-schema.ts'
import { getCoding } from '#server/learning/reference/codes.ts'
import { placesOf } from '../places.ts'
import { kindWords } from '../words.ts'
import styles from './card.module.css'

export const metadata: Metadata = { title: 'Reference card' }

const parts: readonly StatementKind[] = ['seventh', 'without', 'who', 'privacy', 'ask']

/** The five rows and what goes with them, on one printed page. */
export default function CardPage() {
  const coding = getCoding()
  return (
    <div className={styles.page}>
      <PageHeading
        flush
        title="Coding exploitation, on one page"
        lede="What the responsible provider has documented decides the row. Final coding belongs to trained coding staff."
      />
      <div className={styles.card}>
        <Rows coding={coding} />
        <div className={styles.parts}>
          {parts.map((kind) => (
            <Part kind={kind} coding={coding} key={kind} />
          ))}
        </div>
        <EditionLine coding={coding} />
      </div>
      <div className={styles.below}>
        <PrintButton>Print the card</PrintButton>
        <p>
          <Link href="/reference/codes/decide">What has been documented?</Link> leads to a complete code in at most four
          questions. <Link href="/reference/codes">All codes</Link>
        </p>
      </div>
    </div>
  )
}

function Rows({ coding }: { coding: Coding }) {
  return (
    <Table
      caption="The five rows, the category of each and an example of a complete code"
      head={['Documented', 'Category', 'Code', 'Example']}
      rows={coding.rows.map(({ row, documented, categories, text, example }) => ({
        key: row,
        cells: [
          documented,
          categories.length > 0
            ? categories.map((category) => <p key={category}>{category}</p>)
            : 'No code of exploitation',
          text,
          example ?? 'None'
        ]
      }))}
    />
  )
}

function Part({ kind, coding }: { kind: StatementKind; coding: Coding }) {
  const shown = coding.statements.filter((statement) => statement.card && statement.kind === kind)
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{kindWords[kind]}</h2>
      <ul>
        {shown.map((statement) => (
          <li key={statement.id}>
            {statement.text} <small>{placesOf(statement, coding).join('. ') || 'Authors’ judgment'}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function EditionLine({ coding }: { coding: Coding }) {
  const { codes, guidelines } = coding.editions
  return (
    <p className={styles.edition}>
      ICD-10-CM {codes.year}, in use from <Day date={codes.from} />. Guidelines {guidelines.year}. Checked{' '}
      <Day date={coding.checkedOn} />; check again by <Day date={coding.reviewBy} />.{' '}
      {coding.review === 'draft' ? 'Draft, not yet read by a certified coder. ' : ''}
      {coding.caution} Education only, not coding advice.
    </p>
  )
}
