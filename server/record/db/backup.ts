import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import { parseHead, readHead } from '../audit/head.ts'
import {
  type Archive,
  ArchiveError,
  type ArchiveHeader,
  type ArchiveTrailer,
  archiveFormat,
  archiveVersion
} from './archive.ts'
import { inSnapshot } from './client.ts'
import type { Db } from './schema.ts'
import { keysOfTables, type TableName, tableNames } from './tables.ts'

const pageSize = 200

/**
 * Tables that are not kept: whoever was signed in signs in again, links that were sent lead nowhere, and what phones left
 * in a room, which is deleted within a day, must not live on in a file.
 */
export const leftOut: readonly TableName[] = [
  'session',
  'verification',
  'rateLimit',
  'roomSeat',
  'roomAnswer',
  'roomText',
  'roomSignal'
]

/**
 * Writes all rows, as they were at one moment, into one compressed file that fits either database. Others may write
 * meanwhile. The file appears whole or not at all, readable by its owner alone.
 * @throws ArchiveError where the file is there already
 */
export async function backUp(databaseUrl: string, { to, now }: { to: string; now: Date }): Promise<Archive> {
  if (await isThere(to)) throw new ArchiveError(`${to} is there already: name another file.`)
  const draft = `${to}.${process.pid}.part`
  try {
    const archive = await inSnapshot(databaseUrl, (db) => write(db, { to: draft, now }))
    await rename(draft, to)
    return archive
  } finally {
    await rm(draft, { force: true })
  }
}

async function write(db: Db, { to, now }: { to: string; now: Date }): Promise<Archive> {
  const header = await headerOf(db, now)
  const counts: ArchiveTrailer['counts'] = {}
  const file = createWriteStream(to, { mode: 0o600, flags: 'wx', flush: true })
  await pipeline(Readable.from(textOf(db, header, counts)), createGzip(), file)
  return { header, counts }
}

async function* textOf(db: Db, header: ArchiveHeader, counts: ArchiveTrailer['counts']): AsyncGenerator<string> {
  const hash = createHash('sha256')
  for await (const text of contentOf(db, header, counts)) {
    hash.update(text)
    yield text
  }
  yield lineOf({ counts, sha256: hash.digest('hex') } satisfies ArchiveTrailer)
}

async function* contentOf(db: Db, header: ArchiveHeader, counts: ArchiveTrailer['counts']): AsyncGenerator<string> {
  yield lineOf(header)
  for (const table of tableNames.filter((name) => !leftOut.includes(name))) {
    counts[table] = 0
    for await (const rows of pagesOf(db, table)) {
      counts[table] += rows.length
      yield rows.map((row) => lineOf({ table, row })).join('')
    }
  }
}

type Row = Record<string, unknown>

async function* pagesOf(db: Db, table: TableName): AsyncGenerator<Row[]> {
  let last: Row | undefined
  do {
    const page = await readPage(db, table, last)
    if (page.length > 0) yield page
    last = page.length < pageSize ? undefined : page.at(-1)
  } while (last)
}

async function readPage(db: Db, table: TableName, last: Row | undefined): Promise<Row[]> {
  const keys = keysOfTables[table]
  const key = sql.join(keys.map((column) => sql.ref(column)))
  const after = last ? sql`where (${key}) > (${sql.join(keys.map((column) => last[column]))})` : sql``
  const { rows } = await sql<Row>`select * from ${sql.table(table)} ${after} order by ${key} limit ${pageSize}`.execute(
    db
  )
  return rows
}

async function headerOf(db: Db, now: Date): Promise<ArchiveHeader> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  const audit = parseHead((await readHead(db)).value)
  if (!audit) throw new ArchiveError('The head of the audit log cannot be read: run npm run audit:verify.')
  return {
    format: archiveFormat,
    version: archiveVersion,
    createdAt: now.toISOString(),
    migrations: rows.map(({ name }) => name),
    audit,
    leftOut: [...leftOut]
  }
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false
  )
}
