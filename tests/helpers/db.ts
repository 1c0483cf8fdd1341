import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openRecord } from '#server/record/db/client.ts'
import { migrate } from '#server/record/db/migrate.ts'
import type { Db } from '#server/record/db/schema.ts'
import { tableNames } from '#server/record/db/tables.ts'

/** The databases every verb is tested on. */
export const engines = ['SQLite', 'PostgreSQL'] as const
export type Engine = (typeof engines)[number]

/** A fresh, empty database; `drop` leaves nothing of it. */
export type Place = { url: string; drop: () => Promise<void> }

/** Gives a group of tests one migrated database, emptied after each test. Use `db` and `url` inside tests only. */
export function useRecord(engine: Engine): { readonly db: Db; readonly url: string } {
  let opened: { place: Place; db: Db } | undefined
  const current = () => {
    if (!opened) throw new Error('The database is open only while tests run')
    return opened
  }
  beforeAll(async () => {
    const place = await aDatabase(engine)
    await migrate(place.url)
    opened = { place, db: openRecord(place.url) }
  })
  afterEach(() => empty(current().db))
  afterAll(async () => {
    await current().db.destroy()
    await current().place.drop()
  })
  return {
    get db() {
      return current().db
    },
    get url() {
      return current().place.url
    }
  }
}

/** Opens every connection a handle may have, so that what is asked at once next really runs at once. */
export async function openConnections(db: Db): Promise<void> {
  await Promise.all(Array.from({ length: 10 }, () => db.selectFrom('stream').select('id').execute()))
}

/** @returns a new database without tables. */
export function aDatabase(engine: Engine): Promise<Place> {
  return engine === 'SQLite' ? aFile() : aServerDatabase()
}

async function aFile(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'attune-record-'))
  return {
    url: pathToFileURL(join(folder, 'attune.db')).href,
    drop: () => rm(folder, { recursive: true, force: true })
  }
}

async function aServerDatabase(): Promise<Place> {
  const name = `attune_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer(`create database ${name}`)
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(`drop database ${name}`) }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function serverUrl(): string {
  const url = process.env.DATABASE_URL_TEST
  if (!url) throw new Error('DATABASE_URL_TEST names no PostgreSQL server')
  return url
}

async function empty(db: Db): Promise<void> {
  for (const table of tableNames.toReversed()) await db.deleteFrom(table).execute()
}
