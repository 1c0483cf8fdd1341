import type { LoadedScenario } from '#content/load.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'

/**
 * Stores a scenario's document as the one its version stands for. A version nobody has begun may still change.
 * @param replaces whether a changed document takes the place of one that attempts rest on, as in development
 * @throws `version_changed` where attempts rest on another document under the same version
 */
export async function storeVersion(
  db: Db,
  { scenario, hash }: Pick<LoadedScenario, 'scenario' | 'hash'>,
  { now, replaces }: { now: Date; replaces: boolean }
): Promise<void> {
  const { id, version } = scenario
  const document = JSON.stringify(scenario)
  const row = { id, version, hash, document, firstServedAt: now.toISOString() }
  await db
    .insertInto('scenarioVersion')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const stored = await db
    .selectFrom('scenarioVersion')
    .select('hash')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (stored?.hash === hash) return
  if (!replaces && (await hasAttempts(db, id, version))) {
    throw new AppError('version_changed', { where: { scenario: id, version } })
  }
  await db
    .updateTable('scenarioVersion')
    .set({ hash, document })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
}

async function hasAttempts(db: Db, scenarioId: string, version: number): Promise<boolean> {
  const found = await db
    .selectFrom('attempt')
    .select('id')
    .where('scenarioId', '=', scenarioId)
    .where('version', '=', version)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
