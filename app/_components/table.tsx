import type { ReactNode } from 'react'
import styles from './table.module.css'

type TableProps = {
  caption: string
  head: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** A table whose first column names the row; on a narrow screen each row becomes a short list with its own labels. */
export function Table({ caption, head, rows }: TableProps) {
  return (
    <table className={styles.table}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {head.map((label) => (
            <th scope="col" key={label}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, index) => (
              <Cell label={head[index] ?? ''} isHead={index === 0} key={head[index]}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ label, isHead, children }: { label: string; isHead: boolean; children: ReactNode }) {
  if (isHead) return <th scope="row">{children}</th>
  return (
    <td>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      {children}
    </td>
  )
}
