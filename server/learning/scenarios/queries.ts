import { type Scenario, scenarioFormSchema } from '#content/schema.ts'
import { compileScenario, type ScenarioMachine } from '#machines/scenario/compile.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { minutesFrom } from './minutes.ts'

/** A stored scenario ready to run. `key` names the document; `minutesLeft` gives whole minutes from a scene. */
export type ScenarioVersion = {
  key: string
  hash: string
  scenario: Scenario
  machine: ScenarioMachine
  minutesLeft: (scene: string) => number | undefined
}

const limit = 50
const compiled = new Map<string, ScenarioVersion>()

/** @returns a stored version, parsed and compiled once a process. Throws `scenario_not_found`. */
export async function getVersion(
  db: Db,
  { id, version, hash }: { id: string; version: number; hash: string }
): Promise<ScenarioVersion> {
  const key = `${id}@${version}#${hash}`
  const known = compiled.get(key)
  if (known) return known
  const row = await db
    .selectFrom('scenarioVersion')
    .select('document')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (!row) throw new AppError('scenario_not_found', { where: { scenario: id, version } })
  if (compiled.size >= limit) compiled.clear()
  // The checks for authors may grow after a version was stored; attempts on it must still replay.
  const made = makeVersion(key, hash, scenarioFormSchema.parse(JSON.parse(row.document)))
  compiled.set(key, made)
  return made
}

function makeVersion(key: string, hash: string, scenario: Scenario): ScenarioVersion {
  const machine = compileScenario(scenario)
  return { key, hash, scenario, machine, minutesLeft: (scene) => minutesFrom({ scenario, hash }, scene) }
}
