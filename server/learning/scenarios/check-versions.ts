import { AppError } from '#server/errors.ts'
import { inTransaction, openRecord } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { readServed, type Served } from './served.ts'
import { storeVersion } from './store-version.ts'

/**
 * Stores every scenario before it is served.
 * @throws an Error that names each scenario whose text changed while attempts rest on its version
 */
export async function checkVersions(
  db: Db,
  { scenarios, isDevelopment }: Pick<Served, 'scenarios' | 'isDevelopment'>,
  { now }: { now: Date }
): Promise<void> {
  const how = { now, replaces: isDevelopment }
  const changed: string[] = []
  for (const loaded of scenarios) {
    const isChanged = await inTransaction(db, (db) => storeVersion(db, loaded, how)).then(() => false, isVersionChanged)
    if (isChanged)
      changed.push(
        `${loaded.file}: version ${loaded.scenario.version} has attempts and another text; raise the version.`
      )
  }
  if (changed.length > 0) throw new Error(changed.join('\n'))
}

/** Does the same for the content files and the database of a server about to start. */
export async function prepareScenarios({
  databaseUrl,
  nodeEnv
}: {
  databaseUrl: string
  nodeEnv: string
}): Promise<void> {
  const db = openRecord(databaseUrl)
  try {
    await checkVersions(db, readServed({ isDevelopment: nodeEnv === 'development' }), { now: new Date() })
  } finally {
    await db.destroy()
  }
}

function isVersionChanged(error: unknown): true {
  if (error instanceof AppError && error.code === 'version_changed') return true
  throw error
}
