import { parseArgs } from 'node:util'
import { parseEnv } from '#server/env.ts'
import { ArchiveError } from '#server/record/db/archive.ts'
import { proveArchive, restore } from '#server/record/db/restore.ts'
import { tellArchive } from './archive/tell-archive.ts'

if (import.meta.main) await main()

/** Puts an archive into an empty database; `--verify` takes one that is thrown away, and leaves `DATABASE_URL` alone. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' }, verify: { type: 'boolean' } } })
  if (!values.from) return stop('Say where from: npm run restore -- --from /var/backups/attune-2026-11-24.gz')
  try {
    const { databaseUrl } = parseEnv(process.env)
    const archive = await (values.verify ? proveArchive(values.from) : restore(databaseUrl, { from: values.from }))
    console.log(tellArchive(values.from, archive, { isWritten: false }))
    if (values.verify) console.log('It was restored into a database of its own, which is gone again.')
  } catch (fault) {
    stop(fault instanceof ArchiveError ? fault.message : `The restore failed, and nothing was put in: ${String(fault)}`)
  }
}

function stop(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
