import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import {
  type CreateTableBuilder,
  type Dialect,
  type Kysely,
  PostgresDialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
  sql
} from 'kysely'
import pg from 'pg'

const int8 = 20
const statementLimit = 500

/**
 * @param databaseUrl `file:///path` for a file of this machine, `postgres://…` for a server
 * @param isReadOnly a file is neither made nor written; each transaction on a server must say so itself
 */
export function dialectFor(databaseUrl: string, { isReadOnly = false } = {}): Dialect {
  if (!databaseUrl.startsWith('file:')) return serverDialect(databaseUrl)
  const file = fileURLToPath(databaseUrl)
  return new FileDialect({ database: async () => (isReadOnly ? openFileToRead(file) : openFile(file)) })
}

/**
 * For `$call` on a table about to be made: a file then keeps its rows by their key, which must be random or say no more
 * than the row, and no longer numbers them in the order in which they were written.
 */
export function keptByKey(db: Kysely<unknown>) {
  const isFile = db.getExecutor().adapter instanceof SqliteAdapter
  return <Name extends string, Column extends string>(table: CreateTableBuilder<Name, Column>) =>
    isFile ? table.modifyEnd(sql`without rowid`) : table
}

function serverDialect(connectionString: string): Dialect {
  const pool = new pg.Pool({ connectionString, types: { getTypeParser } })
  // An idle connection that breaks is replaced at the next query; unheard, its error would end the process.
  pool.on('error', (error) =>
    console.error(JSON.stringify({ level: 'error', code: 'connection_lost', name: error.name }))
  )
  return new PostgresDialect({ pool })
}

// Counts arrive as int8, which pg hands out as text.
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === int8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format)
}

/** Migrations run in one transaction here too, so that two starting processes take turns. */
class FileDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new FileAdapter()
  }
}

class FileAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

function openFile(file: string): SqliteDatabase {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 })
  database.exec('pragma journal_mode = wal; pragma synchronous = full;')
  // A transaction that reads before it writes would otherwise fail, not wait, when another process writes in between.
  return asKyselyDatabase(database, (sql) => (sql === 'begin' ? 'begin immediate' : sql))
}

function openFileToRead(file: string): SqliteDatabase {
  return asKyselyDatabase(new DatabaseSync(file, { readOnly: true, timeout: 5000 }), (sql) => sql)
}

function asKyselyDatabase(database: DatabaseSync, asRun: (sql: string) => string): SqliteDatabase {
  const cache = new Map<string, SqliteStatement>()
  return { close: () => database.close(), prepare: (sql) => prepared(cache, database, asRun(sql)) }
}

function prepared(cache: Map<string, SqliteStatement>, database: DatabaseSync, sql: string): SqliteStatement {
  const known = cache.get(sql)
  if (known) return known
  const statement = asKyselyStatement(database.prepare(sql))
  if (cache.size >= statementLimit) cache.clear()
  cache.set(sql, statement)
  return statement
}

function asKyselyStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(bindable)).map(plainRow),
    run: (parameters) => statement.run(...parameters.map(bindable)),
    *iterate(parameters) {
      for (const row of statement.iterate(...parameters.map(bindable))) yield plainRow(row)
    }
  }
}

// node:sqlite takes a Date for named parameters and stores nothing for it, in silence.
function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  throw new TypeError('Only text, numbers and null are stored')
}

// Rows come without a prototype; React takes only plain objects.
function plainRow(row: object): object {
  return { ...row }
}
