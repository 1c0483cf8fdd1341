import { isDeepStrictEqual } from 'node:util'
import type { LoadedScenario } from '#content/load.ts'
import { type Scenario, scenarioFormSchema } from '#content/schema.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'

/**
 * Stores a scenario's document as the one its version stands for. A version nobody has begun may still change, and so
 * may its standing at any time: its status, why it was withdrawn, and what its readers said.
 * @param replaces whether a changed document takes the place of one that attempts rest on, as in development
 * @returns the hash of the document the version stands for
 * @throws `version_changed` where attempts rest on another document under the same version
 */
export async function storeVersion(
  db: Db,
  { scenario, hash }: Pick<LoadedScenario, 'scenario' | 'hash'>,
  { now, replaces }: { now: Date; replaces: boolean }
): Promise<string> {
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
    .select(['hash', 'document'])
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (stored?.hash === hash) return hash
  if (!replaces && (await hasAttempts(db, id, version))) {
    if (stored && teachesTheSame(stored.document, document)) return stored.hash
    throw new AppError('version_changed', { where: { scenario: id, version } })
  }
  await db
    .updateTable('scenarioVersion')
    .set({ hash, document })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
  return hash
}

function teachesTheSame(stored: string, offered: string): boolean {
  return isDeepStrictEqual(taughtIn(stored), taughtIn(offered))
}

// Both are read as this version of the form reads them, so that a field it has gained since makes no difference.
function taughtIn(document: string): Omit<Scenario, 'status' | 'withdrawn' | 'review'> | undefined {
  const { data } = scenarioFormSchema.safeParse(JSON.parse(document))
  if (!data) return undefined
  const { status: _, withdrawn: __, review: ___, ...taught } = data
  return taught
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
