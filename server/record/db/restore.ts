import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { verifyAudit } from '../audit/verify-audit.ts'
import { type Archive, type ArchivedRow, ArchiveError, checkArchive, rowsOf } from './archive.ts'
import { inTransaction, openRecord } from './client.ts'
import { migrate, migrationNames } from './migrate.ts'
import type { Db } from './schema.ts'
import { isTableName, type TableName } from './tables.ts'

const batchSize = 100
const ownTables = ['kysely_migration', 'kysely_migration_lock']

/**
 * Puts the rows of an archive into an empty database of either kind, in one transaction, and checks their number and
 * the audit log before it ends. Tables that later versions added are made afterwards.
 * @throws ArchiveError where the file or the database does not serve; no row was put in then
 */
export async function restore(databaseUrl: string, { from }: { from: string }): Promise<Archive> {
  const archive = await checkArchive(from)
  const unknown = archive.header.migrations.find((name) => !migrationNames.includes(name))
  if (unknown) throw new ArchiveError(`${from} was written by a newer version of Attune, which has ${unknown}.`)
  await onHandle(databaseUrl, (db) => requireEmpty(db, archive))
  const upTo = archive.header.migrations.at(-1)
  await migrate(databaseUrl, upTo ? { upTo } : {})
  await onHandle(databaseUrl, (db) => inTransaction(db, (db) => fill(db, from, archive)))
  await migrate(databaseUrl)
  return archive
}

/** Restores an archive into a database of its own, which is thrown away. Throws ArchiveError as `restore` does. */
export async function proveArchive(from: string): Promise<Archive> {
  const folder = await mkdtemp(join(tmpdir(), 'attune-restore-'))
  try {
    return await restore(pathToFileURL(join(folder, 'attune.db')).href, { from })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill(db: Db, from: string, archive: Archive): Promise<void> {
  await requireEmpty(db, archive)
  let batch: ArchivedRow[] = []
  for await (const each of rowsOf(from)) {
    if (batch.length === batchSize || (batch[0] && batch[0].table !== each.table)) {
      await insert(db, batch)
      batch = []
    }
    batch.push(each)
  }
  await insert(db, batch)
  await requireCounts(db, from, archive)
  await requireChain(db, from, archive)
}

async function insert(db: Db, batch: readonly ArchivedRow[]): Promise<void> {
  const [first] = batch
  if (!first) return
  const columns = Object.keys(first.row)
  const rows = batch.map(({ row }) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`)
  const names = sql.join(columns.map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(first.table)} (${names}) values ${sql.join(rows)}`.execute(db)
}

async function requireCounts(db: Db, from: string, { counts }: Archive): Promise<void> {
  for (const [table, count] of Object.entries(counts)) {
    if (isTableName(table) && (await countOf(db, table)) !== count)
      throw new ArchiveError(`${from} could not be restored: table ${table} does not hold its ${count} rows.`)
  }
}

async function requireChain(db: Db, from: string, { header }: Archive): Promise<void> {
  const verdict = await verifyAudit(db, { pins: [header.audit] })
  if (verdict.isWhole) return
  throw new ArchiveError(`${from} could not be restored: line ${verdict.seq} of its audit log is ${verdict.problem}.`)
}

async function requireEmpty(db: Db, { header }: Archive): Promise<void> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name)
  const strange = tables.find((name) => !isTableName(name) && !ownTables.includes(name))
  if (strange) throw notEmpty(strange)
  for (const table of tables.filter(isTableName)) if ((await countOf(db, table)) > 0) throw notEmpty(table)
  if (!tables.includes('kysely_migration')) return
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  if (rows.every(({ name }) => header.migrations.includes(name))) return
  throw new ArchiveError('The database has tables newer than the archive: give one that has none.')
}

async function countOf(db: Db, table: TableName): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)
  return rows[0]?.count ?? 0
}

function notEmpty(table: string): ArchiveError {
  return new ArchiveError(`The database is not empty (there is something in ${table}): give a new one.`)
}

async function onHandle<T>(databaseUrl: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openRecord(databaseUrl)
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
