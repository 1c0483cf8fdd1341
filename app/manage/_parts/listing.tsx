import type { ReactNode } from 'react'
import { Link } from '#app/_components/link.tsx'
import styles from './listing.module.css'
import { addressOf, type Order } from './listing.ts'

type Head = { key: string; label: string; isSortable?: boolean; isNumber?: boolean }

type ListingProps = {
  caption: string
  /** The page's own path and address, for the links that sort it. */
  path: string
  search: Readonly<Record<string, string | string[] | undefined>>
  order?: Order
  head: readonly Head[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** A table of the office: its first column names the row, a head that can be sorted by is a link. */
export function Listing({ caption, path, search, order, head, rows }: ListingProps) {
  return (
    <table className={styles.table}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {head.map((column) => (
            <th
              scope="col"
              key={column.key}
              className={column.isNumber ? styles.number : undefined}
              aria-sort={sortOf(column, order)}
            >
              {column.isSortable ? (
                <SortLink path={path} search={search} order={order} column={column} />
              ) : (
                column.label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, index) => (
              <Cell column={head[index]} isHead={index === 0} key={head[index]?.key}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SortLink({ path, search, order, column }: Pick<ListingProps, 'path' | 'search' | 'order'> & { column: Head }) {
  const isHere = order?.key === column.key
  const next = isHere && !order.isDown ? `-${column.key}` : column.key
  return (
    <Link href={addressOf(path, search, { sort: next })}>
      {column.label}
      {isHere ? <span aria-hidden="true">{order.isDown ? ' ↓' : ' ↑'}</span> : null}
    </Link>
  )
}

function sortOf(column: Head, order: Order | undefined): 'ascending' | 'descending' | undefined {
  if (order?.key !== column.key) return undefined
  return order.isDown ? 'descending' : 'ascending'
}

function Cell({ column, isHead, children }: { column: Head | undefined; isHead: boolean; children: ReactNode }) {
  if (isHead) return <th scope="row">{children}</th>
  return (
    <td className={column?.isNumber ? styles.number : undefined}>
      <span className={styles.label} aria-hidden="true">
        {column?.label}
      </span>
      {children}
    </td>
  )
}

type FilterProps = {
  label: string
  name: string
  path: string
  search: ListingProps['search']
  options: readonly { value: string; label: string }[]
}

/** Links that show a part of a list; the first shows all of it. */
export function Filter({ label, name, path, search, options }: FilterProps) {
  const chosen = options.some(({ value }) => value === search[name]) ? search[name] : undefined
  return (
    <nav className={styles.filter} aria-label={label}>
      <span className={styles.filterLabel}>{label}</span>
      {[{ value: '', label: 'All' }, ...options].map((option) => (
        <Link
          href={addressOf(path, search, { [name]: option.value || undefined })}
          aria-current={(chosen ?? '') === option.value ? 'true' : undefined}
          key={option.value}
        >
          {option.label}
        </Link>
      ))}
    </nav>
  )
}
