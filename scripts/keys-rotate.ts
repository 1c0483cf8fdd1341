import { EnvError, parseEnv } from '#server/env.ts'
import { type Resealed, reseal } from '#server/people/profiles/reseal.ts'
import { openRecord } from '#server/record/db/client.ts'
import { encryptionKeys } from '#server/secrets.ts'

if (import.meta.main) await main()

/** Closes every license and number anew with the first key. It may be stopped at any time and begun again. */
async function main(): Promise<void> {
  try {
    const settings = parseEnv(process.env)
    const db = openRecord(settings.databaseUrl)
    const keys = encryptionKeys(settings)
    const done = await reseal(db, { keys }).finally(() => db.destroy())
    console.log(`Closed ${done.resealed} anew with the key "${keys[0]?.id}".`)
    if (done.unreadable.length > 0) stop(unreadableWords(done))
  } catch (fault) {
    stop(fault instanceof EnvError ? fault.message : `It failed: ${String(fault)}`)
  }
}

function unreadableWords({ unreadable }: Resealed): string {
  const lines = unreadable.map(({ table, id, sealedWith }) => `  ${table} ${id}, closed with "${sealedWith}"`)
  return [`${unreadable.length} cannot be opened with any key given; they were left as they are:`, ...lines].join('\n')
}

function stop(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
