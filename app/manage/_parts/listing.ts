type Search = Readonly<Record<string, string | string[] | undefined>>

/** A column that can be sorted by: `by` gives what is compared. */
export type Sortable<Row> = { key: string; label: string; by: (row: Row) => string | number }

/** How a list is asked for in its address: `sort=due` upward, `sort=-due` downward. */
export type Order = { key: string; isDown: boolean }

/** @returns the order that an address asks for where it names one of the columns, else the given one. */
export function orderIn<Row>(search: Search, columns: readonly Sortable<Row>[], otherwise: Order): Order {
  const wanted = typeof search.sort === 'string' ? search.sort : ''
  const key = wanted.replace(/^-/, '')
  return columns.some((column) => column.key === key) ? { key, isDown: wanted.startsWith('-') } : otherwise
}

/** @returns the rows in an order; equal rows keep theirs. */
export function inOrder<Row>(rows: readonly Row[], columns: readonly Sortable<Row>[], { key, isDown }: Order): Row[] {
  const by = columns.find((column) => column.key === key)?.by
  if (!by) return [...rows]
  return rows.toSorted((one, other) => (isDown ? -1 : 1) * compare(by(one), by(other)))
}

/** @returns the value of a filter in an address where it is one of those known. */
export function filterIn<Value extends string>(
  search: Search,
  name: string,
  known: readonly Value[]
): Value | undefined {
  return known.find((value) => value === search[name])
}

/** @returns the address of the same list with something changed. */
export function addressOf(path: string, search: Search, changes: Readonly<Record<string, string | undefined>>): string {
  const kept = Object.entries(search).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'notice' ? [[name, value] as const] : []
  )
  const all = Object.entries({ ...Object.fromEntries(kept), ...changes })
  const query = new URLSearchParams(all.flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
  return query ? `${path}?${query}` : path
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return String(one).localeCompare(String(other), 'en-US', { numeric: true })
}
