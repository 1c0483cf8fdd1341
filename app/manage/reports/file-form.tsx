import { Button } from '#app/_components/button.tsx'
import { CheckField } from '#app/_components/field.tsx'
import styles from './reports.module.css'

type FileFormProps = {
  organizationId: string
  search: Readonly<Record<string, string | string[] | undefined>>
  rows: number
}

const narrowed = ['activity', 'department', 'profession', 'from', 'to'] as const

/** How many rows a report has, and the ways to take it. */
export function FileForm({ organizationId, search, rows }: FileFormProps) {
  if (rows === 0) return <p>No credit was claimed that fits this.</p>
  return (
    <form className={styles.file} method="post" action="/manage/reports/completions">
      <input type="hidden" name="organization" value={organizationId} />
      {narrowed.map((name) =>
        typeof search[name] === 'string' ? <input type="hidden" name={name} value={search[name]} key={name} /> : null
      )}
      <p className={styles.rows}>{rows === 1 ? '1 row' : `${rows.toLocaleString('en-US')} rows`}</p>
      <CheckField
        name="identifiers"
        value="yes"
        label="With licenses, NPI, and month and day of birth"
        hint="They are decrypted for this file alone, and the log notes every person whose numbers were read."
      />
      <div className={styles.ways}>
        <Button name="file" value="csv">
          Download CSV
        </Button>
        <Button tone="plain" name="file" value="csv-mark">
          CSV for older Excel
        </Button>
        <Button tone="plain" name="file" value="xlsx">
          Excel workbook
        </Button>
      </div>
      <p className={styles.hint}>
        In CSV, a text that a spreadsheet would compute has an apostrophe in front. In the workbook every cell is text,
        so that zeros at the start of a number stand; it holds up to 3,000 rows. Columns for what was reported to an
        accreditor stay empty, because nothing is sent from here.
      </p>
    </form>
  )
}
