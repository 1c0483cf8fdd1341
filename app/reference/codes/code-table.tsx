import { Link } from '#app/_components/link.tsx'
import type { CodeEntry } from '#content/registry-schema.ts'
import styles from './codes.module.css'
import { groupWords, pageOf } from './words.ts'

/** Codes in one table for each group; a heading, which cannot stand on a claim, is told from a complete code in words. */
export function CodeTable({ codes }: { codes: readonly CodeEntry[] }) {
  const groups = [...new Set(codes.map(({ group }) => group))]
  return groups.map((group) => (
    <section aria-labelledby={group} className={styles.group} key={group}>
      <h3 id={group}>{groupWords[group]}</h3>
      <table className={styles.table}>
        <thead className="unseen">
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Official title</th>
          </tr>
        </thead>
        <tbody>
          {codes.flatMap((entry) => (entry.group === group ? [<Row entry={entry} key={entry.code} />] : []))}
        </tbody>
      </table>
    </section>
  ))
}

function Row({ entry }: { entry: CodeEntry }) {
  return (
    <tr>
      <th scope="row">
        <Link href={pageOf(entry.code)}>{entry.code}</Link>
      </th>
      <td>
        {entry.title}
        {entry.billable ? null : <small>{incompleteWords(entry)}</small>}
      </td>
    </tr>
  )
}

/** @returns why an entry cannot stand on a claim as it is. */
export function incompleteWords({ seventh }: Pick<CodeEntry, 'seventh'>): string {
  return seventh ? 'A heading. Not complete without a 7th character.' : 'A heading. Choose a complete code below it.'
}
