import { type Migration, Migrator } from 'kysely/migration'
import { openRecord } from './client.ts'
import * as beginTheRecord from './migrations/0001-begin-the-record.ts'
import * as addCourses from './migrations/0002-add-courses.ts'
import * as addPeople from './migrations/0003-add-people.ts'
import * as addCredit from './migrations/0004-add-credit.ts'
import * as addWorkshops from './migrations/0005-add-workshops.ts'

const migrations: Record<string, Migration> = {
  '0001-begin-the-record': beginTheRecord,
  '0002-add-courses': addCourses,
  '0003-add-people': addPeople,
  '0004-add-credit': addCredit,
  '0005-add-workshops': addWorkshops
}

/** The names of all migrations this version knows, in order. */
export const migrationNames = Object.keys(migrations)

/**
 * Brings a database to this version's tables, under a lock; processes that start together take turns.
 * @param upTo the last migration to do, for rows that were written before the later ones
 */
export async function migrate(databaseUrl: string, { upTo }: { upTo?: string } = {}): Promise<void> {
  const db = openRecord(databaseUrl)
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    const { error } = await (upTo ? migrator.migrateTo(upTo) : migrator.migrateToLatest())
    if (error) throw error
  } finally {
    await db.destroy()
  }
}
