import { Kysely } from 'kysely'
import { env } from '#server/env.ts'
import { dialectFor } from './dialect.ts'
import type { Database, Db } from './schema.ts'

// A production build gives pages and routes separate copies of this module; they must share one handle.
declare global {
  var attuneRecord: Db | undefined
}

/** @returns this server's handle on the record, opened at the first call. Throws during a build. */
export function record(): Db {
  if (process.env.NEXT_PHASE === 'phase-production-build') throw new Error('The record stays closed during a build')
  globalThis.attuneRecord ??= openRecord(env().databaseUrl)
  return globalThis.attuneRecord
}

/** @returns a handle of its own on the record; the caller ends it with `destroy()`. */
export function openRecord(databaseUrl: string): Db {
  return new Kysely<Database>({ dialect: dialectFor(databaseUrl) })
}

/** Does `work` in one transaction: that of `db` where it is one, else a new one. Use only the given handle inside. */
export function inTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work)
}

/** Does `work` on a handle of its own that only reads, and reads everything as it was at one moment; writers go on. */
export async function inSnapshot<T>(databaseUrl: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = new Kysely<Database>({ dialect: dialectFor(databaseUrl, { isReadOnly: true }) })
  try {
    return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
  } finally {
    await db.destroy()
  }
}
