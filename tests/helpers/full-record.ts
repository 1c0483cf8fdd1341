import { sql } from 'kysely'
import type { Db } from '#server/record/db/schema.ts'
import { keysOfTables, type TableName, tableNames } from '#server/record/db/tables.ts'

type Value = string | number | null

/** Values that a check of the tables asks for; every other text is made up. */
const asked: Readonly<Record<string, string>> = {
  'stream.kind': 'attempt',
  'attempt.kind': 'first',
  'assessment.form': 'pre',
  'membership.role': 'learner',
  'invitation.role': 'manager',
  'session.strength': 'one-factor',
  'activity.state': 'open',
  'certificate.state': 'valid',
  'signOff.contentKind': 'case',
  'participationStep.kind': 'case',
  'roomSeat.part': 'talk',
  'roomText.kind': 'answer',
  'roomText.state': 'shown',
  'roomSignal.kind': 'support',
  'attendance.source': 'paper',
  'signOff.capacity': 'coder'
}

/**
 * Puts two rows into every table but the audit log and its head: the first with every column filled, texts with what
 * files, quotes and lines could lose, the second with nothing in it that may be left out. Every id is `one` or `two`.
 */
export async function fillEveryTable(db: Db): Promise<void> {
  const found = await db.introspection.getTables()
  for (const table of tableNames.filter((name) => name !== 'auditEvent')) {
    const columns = found.find(({ name }) => name === table)?.columns ?? []
    for (const id of ['one', 'two'] as const) {
      const row = columns.map((column) => [column.name, textOrNumber(table, id, column)] as const)
      const names = sql.join(row.map(([name]) => sql.ref(name)))
      const values = sql.join(row.map(([, value]) => value))
      await sql`insert into ${sql.table(table)} (${names}) values (${values})`.execute(db)
    }
  }
}

/** @returns every row of every table, in an order that does not depend on the database. */
export async function everyRow(
  db: Db,
  tables: readonly TableName[] = tableNames
): Promise<Record<string, readonly unknown[]>> {
  const all: Record<string, readonly unknown[]> = {}
  for (const table of tables) {
    const { rows } = await sql<Record<string, Value>>`select * from ${sql.table(table)}`.execute(db)
    all[table] = inOrder(rows)
  }
  return all
}

/** @returns rows in the order of what they hold. */
export function inOrder<T extends object>(rows: readonly T[]): T[] {
  const text = (row: T) => JSON.stringify(Object.entries(row).toSorted())
  return rows.toSorted((one, other) => (text(one) < text(other) ? -1 : 1))
}

type Column = { name: string; dataType: string; isNullable: boolean }

function textOrNumber(table: TableName, id: 'one' | 'two', { name, dataType, isNullable }: Column): Value {
  // SQLite calls the column of a key nullable too.
  const isKey = keysOfTables[table].some((key: string) => key === name)
  if (id === 'two' && isNullable && !isKey) return null
  if (/int/i.test(dataType)) return 1
  if (name === 'id' || name.endsWith('Id')) return id
  return asked[`${table}.${name}`] ?? `${id} ${table}.${name}: "Nguyễn", O'Brien-Đorđević\r\n\t\\u0000 \u2028 😀`
}
